"""What keeps others out: a strict policy for the browser, the names answered to, forms from here only."""

from urllib.parse import urlsplit

from fastapi import Request

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")

HEADERS = {
    # Everything comes from here, and nothing is written into the pages.
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_READS = frozenset({"GET", "HEAD", "OPTIONS"})


def refusal(request: Request, hosts: tuple[str, ...]) -> str | None:
    """Why a request is refused, or None.

    A page elsewhere can make a browser ask this server under a name that leads here (rebinding), or send it
    a form (forgery); the first has another name in Host, the second another origin.
    """
    host = request.headers.get("host", "")
    if "*" not in hosts and _name(host) not in hosts:
        return f"Mithaq does not answer to the name {host!r}: start it with --host, or use its own address."
    if request.method in _READS:
        return None
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != host:
        return "This form was sent from another site, so nothing was done."
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return "This form was sent from another site, so nothing was done."
    return None


def _name(host: str) -> str:
    """A host without its port."""
    name, _, port = host.rpartition(":")
    return name if name and port.isdigit() else host
