"""Run by Alembic, on the connection that `database.migrate` hands over, in its one transaction."""

from alembic import context

from facilitator.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
