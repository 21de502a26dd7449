"""Which readings speak of one thing: pure functions over what reports say, without a database.

A reading is cut down to a :class:`~mithaq.merging.digest.Digest`; digests sharing a block key are compared,
which gives links between their parts, each with the features that spoke for and against; clusters are made of
links and of people's judgements. Every step depends on the digests alone, never on the order they came in.
"""
