"""``mithaq serve``: the register in a browser."""

import click

from mithaq.cli import desk


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="Port to listen on."
)
@desk.database_option
def command(host: str, port: int, database: str | None) -> int:
    """Open the register in a browser, at an address of this machine.

    There is no login yet: whoever reaches the address may read and decide.
    """
    import uvicorn

    from mithaq.web.app import create_app
    from mithaq.web.guard import LOOPBACK

    with desk.register(database) as register:
        desk.tell(f"http://{host}:{port}/ shows the register {register.name}; Ctrl+C ends it")
        hosts = LOOPBACK if host in LOOPBACK else (*LOOPBACK, host)
        uvicorn.run(create_app(register, hosts=hosts), host=host, port=port, log_level="warning")
    return 0
