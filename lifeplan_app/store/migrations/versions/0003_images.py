"""Images, sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "blob",
        sa.Column("id", sa.String(), primary_key=True),
        sa.Column("vault_id", sa.String(), sa.ForeignKey("vault.id", ondelete="CASCADE"), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_blob_vault_id", "blob", ["vault_id"])


def downgrade() -> None:
    op.drop_index("ix_blob_vault_id", "blob")
    op.drop_table("blob")
