"""Runs the revisions on the connection that `store.migrate` hands over."""

from alembic import context

from lifeplan_app.store.tables import AccountRow

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=AccountRow.metadata,  # that of all tables
    render_as_batch=True,
    transactional_ddl=True,  # SQLite can, once the driver leaves transactions to us
)
with context.begin_transaction():
    context.run_migrations()
