"""The weights of all features, in log odds: what is seen in two parts and how much it says.

They were set by hand, from how often a thing is seen in two reports of one event and in two of different
ones, and checked on the labelled pairs of tests/merging. docs/merging.md explains them; a prior is the log
odds of two parts about which nothing is known but that their readings were compared at all.
"""

from mithaq.merging.link import Feature


def _table(weights: dict[str, float]) -> dict[str, Feature]:
    return {name: Feature(name, weight) for name, weight in weights.items()}


EVENT = _table(
    {
        "prior": -1.0,
        "states_same": 0.0,
        "states_overlap": -1.5,
        "states_one_shared": -3.0,
        "day_same": 3.0,
        "day_next": 2.0,
        "days_two": 0.5,
        "days_few": -0.8,
        "days_week": -1.5,
        "days_month": -4.0,
        "date_far": -7.0,
        "month_same": 1.5,
        "year_same": 0.3,
        "published_near": 1.5,
        "published_far": -1.5,
        "time_unknown": -0.8,
        "kind_same": 0.8,
        "kind_near": 0.0,
        "kind_other": -0.8,
        "kind_contrary": -3.0,
        "city_same": 0.7,
        "city_other": -1.0,
        "country_same": 0.4,
        "country_other": -2.5,
        "host_other": -1.5,
        "office_other_person": -2.0,
        "people_other": -1.0,
    }
)
LEADER = 0.35
"""A head of state or government named in both reports: the same few names at every meeting of two states."""
MEMBER = 0.9
"""Anyone else named in both."""
PEOPLE_MOST = 2.4
DOCUMENT_CERTAIN, DOCUMENT_SURE, DOCUMENT_LIKELY, DOCUMENT_MAYBE = 2.5, 1.6, 0.8, 0.25
"""What a document that both reports tell of says for the event, by how alike its words are."""
DOCUMENTS_MOST = 4.0
DOCUMENTS_NONE = -0.8
"""Both list documents, and none is in both lists."""
SUM_OF_DEAL, SUM_OF_TRADE = 1.3, 0.5
SUMS_MOST = 2.2

INSTRUMENT = _table(
    {
        "prior": -3.0,
        "subject_unknown": -1.2,
        "kind_near": 0.0,
        "kind_loose": -1.5,
        "states_overlap": -0.8,
        "body_government": 0.4,
        "governments_both": 1.0,
        "bodies_one_same": 2.0,
        "bodies_same": 4.0,
        "bodies_near": 1.2,
        "bodies_other": -2.5,
        "bodies_of_other_kinds": -1.2,
        "sectors_same": 1.5,
        "sectors_overlap": 0.7,
        "sectors_other": -2.5,
        "period_same": 1.6,
        "period_overlap": 0.5,
        "period_other": -3.5,
        "value_same": 3.2,
        "value_near": -0.2,
        "value_other": -2.0,
        "count_same": 2.5,
        "count_large_same": 4.2,
        "count_near": 2.4,
        "count_one_sided": -0.8,
        "count_other": -2.0,
        "count_one_of_many": -4.0,
        "date_same": 4.0,
        "date_within": 1.8,
        "date_other": -3.5,
        "status_same": 0.2,
        "status_later": -0.6,
        "status_background": -0.8,
        "title_same": 2.2,
        "title_near": 1.0,
        "title_other": -1.0,
    }
)
KINDS = {
    "joint_statement": 1.9,
    "minutes": 1.4,
    "convention": 1.0,
    "treaty": 0.9,
    "roadmap": 0.8,
    "plan": 0.8,
    "contract": 0.7,
    "letter": 0.7,
    "programme": 0.6,
    "protocol": 0.6,
    "memorandum": 0.3,
    "agreement": 0.3,
    "document": 0.0,
}
"""The same kind says more, the fewer documents of the kind one meeting brings forth."""

CLAIM = _table(
    {
        "prior": -2.5,
        "value_exact": 3.5,
        "value_same": 2.6,
        "value_round": 1.8,
        "value_over": 0.6,
        "value_near": -0.4,
        "value_total_near": 1.0,
        "about_same": 0.8,
        "about_near": -0.6,
        "about_other": -3.0,
        "target_same": 0.8,
        "target_one_sided": -0.6,
        "target_other": -3.0,
    }
)
REPEAT = _table(
    {
        "prior": -2.5,
        "event_other": 1.0,
        "time_near": 0.8,
        "time_unknown": -0.3,
        "time_far": -4.0,
        "turnover": -0.8,
    }
)
COMMITMENT = _table(
    {
        "prior": -4.5,
        "words_same": 5.0,
        "words_near": 3.0,
        "words_some": 1.2,
        "words_other": -2.0,
        "sectors_same": 1.0,
        "sectors_some_same": 2.0,
        "sectors_many_same": 3.0,
        "sectors_overlap": 0.3,
        "sectors_other": -2.0,
        "modality_same": 0.4,
        "modality_other": -0.8,
        "actors_same": 0.3,
        "actors_other": -0.7,
        "due_same": 2.0,
        "due_other": -2.5,
        "numbers_same": 2.0,
        "numbers_other": -1.0,
    }
)
EVENT_SHARE = 1.0
"""How much of the log odds of the event its documents, sums and commitments get."""
EVENT_MOST, EVENT_LEAST = 4.5, -2.5
"""The most this says for a part and against it."""
EVENT_LATER = Feature("event_later", -0.4)
"""A document announced at one meeting and signed at a later one."""
RIVAL_BETTER, RIVAL_BETTER_MOST = -5.5, -2.5
"""Another part of the same report fits better: a report does not tell one thing as two. What this weighs, and
the log odds it leaves at most."""
RIVAL_MOST = 0.2
"""The log odds of a pair of which another part of the same report fits as well: it is one of two."""
RIVAL_LEAST = -1.5

PERSON = _table(
    {
        "prior": -1.0,
        "name_same": 4.2,
        "name_part": 3.2,
        "name_near": 2.2,
        "name_surname": 1.0,
        "name_later": 0.6,
        "name_other_first": -3.0,
        "name_other": -6.0,
        "spelling_other": -2.5,
        "country_same": 0.7,
        "country_other": -3.7,
        "office_same": 1.0,
        "office_single": 1.6,
        "office_other": -0.3,
        "office_other_surname": -2.0,
    }
)
BODY = _table(
    {
        "prior": -3.0,
        "key_same": 9.0,
        "kind_same": 1.0,
        "kind_near": -0.2,
        "kind_other": -3.0,
        "portfolio_same": 3.0,
        "portfolio_part": 2.4,
        "portfolio_overlap": 1.6,
        "portfolio_other": -4.0,
        "name_same": 4.0,
        "name_near": 2.2,
        "name_some": 1.0,
        "name_other": -1.5,
        "place_one_sided": -0.5,
    }
)
