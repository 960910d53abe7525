"""Words for people and bodies: titles, roles, spokespersons, heads of organisation, group and document names.

Compiled from newspaper usage, November 2026.
"""

from __future__ import annotations

from twosource.gazetteer.names import key, word_set

TITLES = word_set("""mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness rev reverend father sister
        brother rabbi imam sheikh ayatollah cardinal archbishop bishop pope king queen prince princess duke
        duchess president vice-president premier chancellor minister secretary senator sen representative
        rep congressman congresswoman congressperson governor gov mayor councillor councilor deputy speaker
        judge justice attorney ambassador amb envoy commissioner chairman chairwoman chairperson chair
        general gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm brigadier
        brig marshal sergeant sgt corporal cpl private pvt officer detective inspector constable sheriff
        chief superintendent director ceo coach""")
"""Titles that stand before a name; without full stops, in lower case."""

ROLES = word_set("""activist actor adviser advisor advocate agent aide ambassador analyst anchor architect artist
        assistant athlete attorney author banker blogger boss broker captain cardinal chair chairman
        chairwoman chancellor chemist chief clerk coach columnist commander commissioner commentator
        congressman congresswoman consultant contractor correspondent councillor councilman councilwoman
        critic dean delegate dentist deputy detective developer diplomat director doctor driver economist
        editor engineer envoy executive expert farmer father fellow fighter firefighter fisherman founder
        friend governor guard head historian host husband inspector interpreter investigator investor
        journalist judge justice king lawmaker lawyer leader lecturer lieutenant lobbyist manager mayor
        mechanic mediator member merchant meteorologist midwife miner minister monitor mother negotiator
        neighbour neighbor nurse observer officer official operator organiser organizer owner paramedic
        parent partner pastor patient pensioner physician pilot planner poet police policeman policewoman
        politician pollster premier president priest principal prisoner producer professor prosecutor
        psychologist publisher queen refugee relative reporter representative rescuer researcher resident
        retiree sailor scholar scientist secretary senator sheriff sister soldier solicitor son specialist
        spokesman spokesperson spokeswoman strategist student superintendent supporter surgeon survivor
        surveyor suspect teacher technician technologist trader trainer translator trucker trustee
        undersecretary veteran victim villager volunteer voter warden whistleblower wife witness worker
        writer commando dispatcher general colonel major admiral insider informant recruiter smuggler
        mercenary contractor shopkeeper caretaker""")
"""Words for a person by what they do or are, singular, lower case."""

ORGANISATION_HEADS = word_set("""
        academy administration agency alliance army assembly association authority bank battalion board
        brigade bureau cabinet campaign center centre chamber charity church city clinic club college
        commission committee company confederation conference congress consulate corporation corps council
        country county court defence department directorate division embassy enterprise family federation
        firm force forces foundation front fund government group guard guild hospital house institute
        institution intelligence judiciary junta kingdom laboratory league legislature ministry mission
        monarchy mosque movement museum navy network office opposition organisation organization palace
        parliament party patrol police presidency prosecutor regime regiment republic school secretariat
        senate service services society staff state syndicate team tribunal troops union unit university
        watchdog workshop""")
"""The noun at the heart of an organisation's name."""

GROUPS = word_set("""activists aides allies analysts authorities campaigners citizens civilians colleagues commandos
        commanders critics defectors delegates demonstrators deputies diplomats doctors drivers economists
        employees eyewitnesses executives experts families farmers fighters fishermen generals guards
        historians insiders insurgents interpreters investigators investors journalists judges lawmakers
        lawyers leaders locals media members migrants militants ministers neighbours neighbors observers
        officers officials operators organisers organizers parents passengers people pilots police
        policymakers politicians prisoners prosecutors protesters rebels recruits refugees relatives
        reporters representatives rescuers researchers residents scientists senators separatists settlers
        soldiers sources specialists students supporters survivors teachers traders troops unions victims
        veterans villagers volunteers voters witnesses women men workers""")
"""Words for several people at once."""


def is_title(word: str) -> bool:
    """Whether a word is a title before a name: "Lt.", "Gen.", "President"."""
    return _one(word) in TITLES


def is_role(word: str) -> bool:
    """Whether a word says what a person does or is, singular or plural."""
    plain = _one(word)
    return plain in ROLES or _singular(plain) in ROLES


def is_group(word: str) -> bool:
    """Whether a word names several people at once."""
    plain = _one(word)
    return plain in GROUPS or (plain.endswith("s") and _singular(plain) in ROLES)


def is_organisation_head(word: str) -> bool:
    """Whether a word can be the heart of an organisation's name: "ministry", "Group"."""
    plain = _one(word)
    return plain in ORGANISATION_HEADS or _singular(plain) in ORGANISATION_HEADS


def _one(word: str) -> str:
    return "-".join(key(word))


def _singular(word: str) -> str:
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-3] + "man"
    return word.removesuffix("s")
