"""Runs the migrations on the connection that the register hands over, inside its transaction."""

from alembic import context

from mithaq.register.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,  # the caller's transaction is the one that counts
)
context.run_migrations()
