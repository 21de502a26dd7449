"""The tables.

What is stored once (documents, readings, decisions, history) and what follows from it (the rest).
"""

from typing import Any

from sqlalchemy import (
    BindParameter,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    bindparam,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def listed(name: str) -> BindParameter[Any]:
    """A list of values that a statement is given when it is executed.

    Statements that are executed for every document are built once: to build one takes longer than SQLite
    takes to answer it.
    """
    return bindparam(name, expanding=True)


# Times are ISO 8601 in UTC with a Z, so that both databases keep and compare them alike; JSON is text for
# the same reason: its bytes go into digests.

document = Table(
    "document",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("bytes", LargeBinary, nullable=False, comment="as read, deflated"),
    Column("size", Integer, nullable=False, comment="of the bytes as read"),
    Column("media_type", String(100), nullable=False),
    Column("added_at", String(30), nullable=False),
    Column("added_by", Text, nullable=False),
)

source = Table(
    "source",
    metadata,
    Column("document", ForeignKey("document.sha256"), primary_key=True),
    # A path may be longer than PostgreSQL's keys.
    Column("key", String(64), primary_key=True, comment="SHA-256 of the place"),
    Column("place", Text, nullable=False, comment="path or address as given"),
)

reading = Table(
    "reading",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("document", ForeignKey("document.sha256"), nullable=False),
    Column("reader", String(60), nullable=False, comment="version of the reader"),
    Column("given_language", String(10)),
    Column("given_published", String(10)),
    Column("language", String(10), nullable=False),
    Column("title", Text),
    Column("published", String(10)),
    Column("length", Integer, nullable=False, comment="code points"),
    Column("record", LargeBinary, nullable=False, comment="deflated JSON, schema mithaq/record/1"),
    Column("digest", LargeBinary, nullable=False, comment="JSON: what merging compares"),
    Column("read_at", String(30), nullable=False),
    Column("current", Boolean, nullable=False),
    Index("ix_reading_document", "document"),
    # A document has one current reading.
    Index(
        "uq_reading_current", "document", unique=True,
        sqlite_where=text("current = 1"), postgresql_where=text("current"),
    ),
)  # fmt: skip

block = Table(
    "block",
    metadata,
    Column("key", String(200), primary_key=True, comment="documents that share one are compared"),
    Column("document", ForeignKey("document.sha256"), primary_key=True),
    Index("ix_block_document", "document"),
    sqlite_with_rowid=False,
)

node = Table(
    "node",
    metadata,
    Column("id", String(20), primary_key=True),
    Column("type", String(12), nullable=False),
    Column("document", ForeignKey("document.sha256"), comment="where it was mentioned; null for a form"),
    Column("entry", String(20), nullable=False, comment="the node whose id the entry has"),
    Column("form", Text, comment="JSON: the form of a person or body"),
    Index("ix_node_entry", "entry"),
    Index("ix_node_document", "document"),
    sqlite_with_rowid=False,
)

node_block = Table(
    "node_block",
    metadata,
    Column("key", String(200), primary_key=True),
    Column("node", ForeignKey("node.id"), primary_key=True),
    sqlite_with_rowid=False,
)

occurrence = Table(
    "occurrence",
    metadata,
    Column("reading", ForeignKey("reading.id"), primary_key=True),
    Column("type", String(12), primary_key=True),
    Column("place", Integer, primary_key=True, comment="in the record's list of the type"),
    Column("document", ForeignKey("document.sha256"), nullable=False),
    Column("node", ForeignKey("node.id"), nullable=False),
    # With the document, for an entry's documents are counted whenever one is added.
    Index("ix_occurrence_node_document", "node", "document"),
    Index("ix_occurrence_document", "document"),
    sqlite_with_rowid=False,
)

naming = Table(
    "naming",
    metadata,
    Column("node", ForeignKey("node.id"), primary_key=True),
    Column("language", String(10), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("times", Integer, nullable=False, comment="documents that name it so"),
    Column("first", String(10), comment="earliest date of a document that does"),
    Column("last", String(10)),
    sqlite_with_rowid=False,
)

link = Table(
    "link",
    metadata,
    Column("left", String(20), primary_key=True),
    Column("right", String(20), primary_key=True),
    Column("kind", String(12), primary_key=True),
    Column("score", Float, nullable=False),
    Column("features", Text, nullable=False, comment="JSON: name and weight of each"),
    Index("ix_link_right", "right"),
    Index("ix_link_score", "score"),
    sqlite_with_rowid=False,
)

entry = Table(
    "entry",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", String(20), nullable=False, unique=True),
    Column("type", String(12), nullable=False),
    Column("state", String(10), nullable=False),
    Column("values", Text, nullable=False, comment="JSON: the published value of each property"),
    Column("digest", String(64), nullable=False, comment="SHA-256 of the values"),
    Column("confidence", Float, nullable=False),
    Column("contested", Integer, nullable=False, comment="properties on which sources differ"),
    Column("sources", Integer, nullable=False, comment="number of documents"),
    Column("kind", String(30)),
    Column("status", String(30)),
    Column("first_day", String(10), comment="earliest day its date can mean"),
    Column("last_day", String(10), comment="latest"),
    Column("value", Float),
    Column("currency", String(3)),
    Column("found", String(64), nullable=False, comment="SHA-256 of its facets and words"),
    Index("ix_entry_type_last_day", "type", "last_day"),
    Index("ix_entry_type_kind", "type", "kind"),
    Index("ix_entry_type_status", "type", "status"),
)

facet = Table(
    "facet",
    metadata,
    Column("facet", String(10), primary_key=True, comment="country, sector or body"),
    Column("code", Text, primary_key=True),
    Column("entry", ForeignKey("entry.number", ondelete="CASCADE"), primary_key=True),
    Index("ix_facet_entry", "entry"),
    sqlite_with_rowid=False,
)

decision = Table(
    "decision",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("at", String(30), nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text),
    Column("kind", String(10), nullable=False),
    Column("origin", String(15), nullable=False),
    Column("property", String(30)),
    Column("value", Text, comment="JSON"),
    Column("target", ForeignKey("decision.number"), comment="the decision an undo takes back"),
)

decided = Table(
    "decided",
    metadata,
    Column("decision", ForeignKey("decision.number"), primary_key=True),
    Column("node", ForeignKey("node.id"), primary_key=True),
    Column("side", Integer, nullable=False, comment="0 what is decided on, 1 what it is kept from"),
    Index("ix_decided_node", "node"),
)

history = Table(
    "history",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", String(30), nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(12), nullable=False),
    Column("entry", String(20)),
    Column("property", String(30)),
    Column("old", Text, comment="JSON"),
    Column("new", Text, comment="JSON"),
    Column("reason", Text),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
    Index("ix_history_entry", "entry"),
)
