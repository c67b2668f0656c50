"""Alembic's entry: runs on the connection the centre hands over."""

from alembic import context

from sync.centre.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
)
context.run_migrations()
