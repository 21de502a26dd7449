"""The pages, a file for each; a router for each file."""

from mithaq.web.pages import entry, overview, paste, register, review, source

ROUTERS = (overview.router, register.router, entry.router, source.router, review.router, paste.router)
