"""Those who work here, who is linked with whom, shares, letters, viewings."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staff",
        sa.Column(
            "account_id", sa.String(), sa.ForeignKey("account.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column(
            "vault_id",
            sa.String(),
            sa.ForeignKey("vault.id", ondelete="CASCADE"),
            nullable=False,
            unique=True,
        ),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False, unique=True),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("organisation", sa.String(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("resting", sa.Boolean(), nullable=False),
        sa.Column("most", sa.Integer(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "link",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("staff_vault", sa.String(), sa.ForeignKey("vault.id", ondelete="CASCADE"), nullable=False),
        sa.Column("owner_vault", sa.String(), sa.ForeignKey("vault.id", ondelete="CASCADE"), nullable=False),
        sa.Column("introduction", sa.LargeBinary(), nullable=False),
        sa.UniqueConstraint("staff_vault", "owner_vault", name="uq_link_both"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_link_owner_vault", "link", ["owner_vault"])
    op.create_table(
        "share",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("owner_vault", sa.String(), sa.ForeignKey("vault.id", ondelete="CASCADE"), nullable=False),
        sa.Column(
            "recipient_vault", sa.String(), sa.ForeignKey("vault.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("card", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_share_owner_vault", "share", ["owner_vault"])
    op.create_index("ix_share_recipient_vault", "share", ["recipient_vault"])
    op.create_table(
        "message",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column(
            "recipient_vault", sa.String(), sa.ForeignKey("vault.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("letter", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_message_recipient_vault", "message", ["recipient_vault"])
    op.create_table(
        "viewing",
        sa.Column(
            "owner_vault", sa.String(), sa.ForeignKey("vault.id", ondelete="CASCADE"), primary_key=True
        ),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("entry", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    for column in ("tag", "name", "organisation"):
        op.add_column("invitation", sa.Column(column, sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    for column in ("organisation", "name", "tag"):
        op.drop_column("invitation", column)
    for table in ("viewing", "message", "share", "link", "staff"):
        op.drop_table(table)
