"""``python -m mithaq``."""

from mithaq.cli import main

main()
