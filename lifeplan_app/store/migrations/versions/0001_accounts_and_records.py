"""Accounts with their slots, vaults, records, invitations.

Without row numbers: see `store.tables`.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("name_index", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("salt", sa.LargeBinary(), nullable=False),
        sa.Column("parameters", sa.Integer(), nullable=False),
        sa.Column("created", sa.String(), nullable=False),
        sqlite_with_rowid=False,
    )
    for slot in ("key_slot", "recovery_slot"):
        op.create_table(
            slot,
            sa.Column("account_id", sa.String(), sa.ForeignKey("account.id", ondelete="CASCADE")),
            sa.Column("position", sa.Integer()),
            sa.Column("verifier", sa.String(), nullable=False),
            sa.Column("wrapped", sa.LargeBinary(), nullable=False),
            sa.PrimaryKeyConstraint("account_id", "position"),
            sqlite_with_rowid=False,
        )
    op.create_table(
        "vault",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("public_keys", sa.LargeBinary(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("private_keys", sa.LargeBinary(), nullable=False),
        sa.Column("settings", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "record",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("vault_id", sa.String(), sa.ForeignKey("vault.id", ondelete="CASCADE"), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_record_vault_id", "record", ["vault_id"])
    op.create_table(
        "invitation",
        sa.Column("code_hmac", sa.LargeBinary(), primary_key=True),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("expires", sa.Date(), nullable=False),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    for table in ("invitation", "record", "vault", "recovery_slot", "key_slot", "account"):
        op.drop_table(table)
