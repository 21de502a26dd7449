"""The first schema"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# What SQLAlchemy's tables cannot say.
BESIDE = {
    "sqlite": (
        """CREATE VIRTUAL TABLE words USING fts5(
    terms, detail = none, columnsize = 0, tokenize = "unicode61 remove_diacritics 0 tokenchars '~'"
)""",
        """CREATE TRIGGER history_kept_update BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END""",
        """CREATE TRIGGER history_kept_delete BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'the history is never changed'); END""",
    ),
    "postgresql": (
        "CREATE TABLE words (entry integer PRIMARY KEY, words tsvector NOT NULL)",
        "CREATE INDEX ix_words_words ON words USING gin (words)",
        """CREATE FUNCTION history_kept() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the history is never changed'; END $$""",
        """CREATE TRIGGER history_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON history
FOR EACH STATEMENT EXECUTE FUNCTION history_kept()""",
    ),
}


def upgrade() -> None:
    op.create_table(
        "decision",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=30), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("origin", sa.String(length=15), nullable=False),
        sa.Column("property", sa.String(length=30), nullable=True),
        sa.Column("value", sa.Text(), nullable=True, comment="JSON"),
        sa.Column("target", sa.Integer(), nullable=True, comment="the decision an undo takes back"),
        sa.ForeignKeyConstraint(["target"], ["decision.number"], name=op.f("fk_decision_target")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_decision")),
    )
    op.create_table(
        "document",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False, comment="as read, deflated"),
        sa.Column("size", sa.Integer(), nullable=False, comment="of the bytes as read"),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("added_at", sa.String(length=30), nullable=False),
        sa.Column("added_by", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_document")),
    )
    op.create_table(
        "entry",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("type", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("values", sa.Text(), nullable=False, comment="JSON: the published value of each property"),
        sa.Column("digest", sa.String(length=64), nullable=False, comment="SHA-256 of the values"),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("contested", sa.Integer(), nullable=False, comment="properties on which sources differ"),
        sa.Column("sources", sa.Integer(), nullable=False, comment="number of documents"),
        sa.Column("kind", sa.String(length=30), nullable=True),
        sa.Column("status", sa.String(length=30), nullable=True),
        sa.Column("first_day", sa.String(length=10), nullable=True, comment="earliest day its date can mean"),
        sa.Column("last_day", sa.String(length=10), nullable=True, comment="latest"),
        sa.Column("value", sa.Float(), nullable=True),
        sa.Column("currency", sa.String(length=3), nullable=True),
        sa.Column("found", sa.String(length=64), nullable=False, comment="SHA-256 of its facets and words"),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_entry")),
        sa.UniqueConstraint("id", name=op.f("uq_entry_id")),
    )
    with op.batch_alter_table("entry", schema=None) as batch_op:
        batch_op.create_index("ix_entry_type_kind", ["type", "kind"], unique=False)
        batch_op.create_index("ix_entry_type_last_day", ["type", "last_day"], unique=False)
        batch_op.create_index("ix_entry_type_status", ["type", "status"], unique=False)

    op.create_table(
        "history",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.String(length=30), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("action", sa.String(length=12), nullable=False),
        sa.Column("entry", sa.String(length=20), nullable=True),
        sa.Column("property", sa.String(length=30), nullable=True),
        sa.Column("old", sa.Text(), nullable=True, comment="JSON"),
        sa.Column("new", sa.Text(), nullable=True, comment="JSON"),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("previous", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_history")),
    )
    with op.batch_alter_table("history", schema=None) as batch_op:
        batch_op.create_index("ix_history_entry", ["entry"], unique=False)

    op.create_table(
        "link",
        sa.Column("left", sa.String(length=20), nullable=False),
        sa.Column("right", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("features", sa.Text(), nullable=False, comment="JSON: name and weight of each"),
        sa.PrimaryKeyConstraint("left", "right", "kind", name=op.f("pk_link")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.create_index("ix_link_right", ["right"], unique=False)
        batch_op.create_index("ix_link_score", ["score"], unique=False)

    op.create_table(
        "block",
        sa.Column(
            "key", sa.String(length=200), nullable=False, comment="documents that share one are compared"
        ),
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.sha256"], name=op.f("fk_block_document")),
        sa.PrimaryKeyConstraint("key", "document", name=op.f("pk_block")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("block", schema=None) as batch_op:
        batch_op.create_index("ix_block_document", ["document"], unique=False)

    op.create_table(
        "facet",
        sa.Column("facet", sa.String(length=10), nullable=False, comment="country, sector or body"),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("entry", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry"], ["entry.number"], name=op.f("fk_facet_entry"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("facet", "code", "entry", name=op.f("pk_facet")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("facet", schema=None) as batch_op:
        batch_op.create_index("ix_facet_entry", ["entry"], unique=False)

    op.create_table(
        "node",
        sa.Column("id", sa.String(length=20), nullable=False),
        sa.Column("type", sa.String(length=12), nullable=False),
        sa.Column(
            "document", sa.String(length=64), nullable=True, comment="where it was mentioned; null for a form"
        ),
        sa.Column("entry", sa.String(length=20), nullable=False, comment="the node whose id the entry has"),
        sa.Column("form", sa.Text(), nullable=True, comment="JSON: the form of a person or body"),
        sa.ForeignKeyConstraint(["document"], ["document.sha256"], name=op.f("fk_node_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_node")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("node", schema=None) as batch_op:
        batch_op.create_index("ix_node_document", ["document"], unique=False)
        batch_op.create_index("ix_node_entry", ["entry"], unique=False)

    op.create_table(
        "reading",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("reader", sa.String(length=60), nullable=False, comment="version of the reader"),
        sa.Column("given_language", sa.String(length=10), nullable=True),
        sa.Column("given_published", sa.String(length=10), nullable=True),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.String(length=10), nullable=True),
        sa.Column("length", sa.Integer(), nullable=False, comment="code points"),
        sa.Column(
            "record", sa.LargeBinary(), nullable=False, comment="deflated JSON, schema mithaq/record/1"
        ),
        sa.Column("digest", sa.LargeBinary(), nullable=False, comment="JSON: what merging compares"),
        sa.Column("read_at", sa.String(length=30), nullable=False),
        sa.Column("current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.sha256"], name=op.f("fk_reading_document")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
    )
    with op.batch_alter_table("reading", schema=None) as batch_op:
        batch_op.create_index("ix_reading_document", ["document"], unique=False)
        batch_op.create_index(
            "uq_reading_current",
            ["document"],
            unique=True,
            sqlite_where=sa.text("current = 1"),
            postgresql_where=sa.text("current"),
        )

    op.create_table(
        "source",
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False, comment="SHA-256 of the place"),
        sa.Column("place", sa.Text(), nullable=False, comment="path or address as given"),
        sa.ForeignKeyConstraint(["document"], ["document.sha256"], name=op.f("fk_source_document")),
        sa.PrimaryKeyConstraint("document", "key", name=op.f("pk_source")),
    )
    op.create_table(
        "decided",
        sa.Column("decision", sa.Integer(), nullable=False),
        sa.Column("node", sa.String(length=20), nullable=False),
        sa.Column(
            "side", sa.Integer(), nullable=False, comment="0 what is decided on, 1 what it is kept from"
        ),
        sa.ForeignKeyConstraint(["decision"], ["decision.number"], name=op.f("fk_decided_decision")),
        sa.ForeignKeyConstraint(["node"], ["node.id"], name=op.f("fk_decided_node")),
        sa.PrimaryKeyConstraint("decision", "node", name=op.f("pk_decided")),
    )
    with op.batch_alter_table("decided", schema=None) as batch_op:
        batch_op.create_index("ix_decided_node", ["node"], unique=False)

    op.create_table(
        "naming",
        sa.Column("node", sa.String(length=20), nullable=False),
        sa.Column("language", sa.String(length=10), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False, comment="documents that name it so"),
        sa.Column(
            "first", sa.String(length=10), nullable=True, comment="earliest date of a document that does"
        ),
        sa.Column("last", sa.String(length=10), nullable=True),
        sa.ForeignKeyConstraint(["node"], ["node.id"], name=op.f("fk_naming_node")),
        sa.PrimaryKeyConstraint("node", "language", "name", name=op.f("pk_naming")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "node_block",
        sa.Column("key", sa.String(length=200), nullable=False),
        sa.Column("node", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["node"], ["node.id"], name=op.f("fk_node_block_node")),
        sa.PrimaryKeyConstraint("key", "node", name=op.f("pk_node_block")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "occurrence",
        sa.Column("reading", sa.Integer(), nullable=False),
        sa.Column("type", sa.String(length=12), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False, comment="in the record's list of the type"),
        sa.Column("document", sa.String(length=64), nullable=False),
        sa.Column("node", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(["document"], ["document.sha256"], name=op.f("fk_occurrence_document")),
        sa.ForeignKeyConstraint(["node"], ["node.id"], name=op.f("fk_occurrence_node")),
        sa.ForeignKeyConstraint(["reading"], ["reading.id"], name=op.f("fk_occurrence_reading")),
        sa.PrimaryKeyConstraint("reading", "type", "place", name=op.f("pk_occurrence")),
        sqlite_with_rowid=False,
    )
    with op.batch_alter_table("occurrence", schema=None) as batch_op:
        batch_op.create_index("ix_occurrence_document", ["document"], unique=False)
        batch_op.create_index("ix_occurrence_node_document", ["node", "document"], unique=False)

    for statement in BESIDE[op.get_bind().dialect.name]:
        op.execute(statement)
