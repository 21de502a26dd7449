"""Records kept: the only room that speaks SQL.

Documents and readings are stored once and never changed; entries are made of them and of people's
decisions, and can be made again at any time. No function here commits: a verb is one transaction, opened by
its door with :meth:`~mithaq.register.database.Database.writing`.
"""
