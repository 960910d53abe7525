"""The nouns and small words that show who is meant: roles, groups, offices, documents, nations.

Closed lists of English as news uses it, written out from grammar and style books; the sorts follow the words of
``docs/words.md``.
"""

from __future__ import annotations

import re


def words(text: str) -> frozenset[str]:
    """The words of a list written as one text."""
    return frozenset(text.split())


def phrases(text: str) -> frozenset[str]:
    """The items of a list written as one text with commas."""
    return frozenset(" ".join(item.split()) for item in text.split(",") if item.strip())


# Head nouns of people, in classes that English swaps when it speaks of one person twice. A head may be two words;
# a line that does not start a class goes on with the one before.
_PEOPLE = """
    ruler: president, prime minister, pm, premier, chancellor, leader, dictator, ruler, strongman, king, queen, emir,
        sultan, monarch, head of state
    head: director, chief, head, boss, chief executive, ceo, executive, chairman, chairwoman, chair, founder,
        co-founder, co-director, co-chair, president, vice president,
        owner, manager, elder, superintendent, principal, commissioner, administrator
    minister: minister, secretary, foreign minister, defense minister, defence minister, interior minister,
        undersecretary, deputy secretary, attorney general, attorney-general, surgeon general, secretary general
    military: general, commander, soldier, commando, troop, fighter, veteran, serviceman, servicewoman, officer,
        colonel, lieutenant, sergeant, captain, major, admiral, brigadier, private, corporal, pilot, sailor,
        marine, airman, guard, militant, rebel, insurgent, recruit, conscript, ex-soldier, ex-commando,
        ex-officer, ex-general, warlord, signaller, signaler, gunner, medic, operator, operative, army chief, guerrilla
    police: police officer, policeman, policewoman, sheriff, detective, deputy, constable, trooper, inspector,
        investigator, police chief, chief of police, agent
    voice: spokesman, spokeswoman, spokesperson, spokespeople, press secretary, press officer, representative
    official: official, bureaucrat, civil servant, administrator, functionary, regulator
    envoy: ambassador, envoy, diplomat, consul, negotiator, emissary
    lawmaker: senator, congressman, congresswoman, lawmaker, legislator, representative, governor, mayor,
        politician, councilman, councilwoman, councillor, mp, republican, democrat, candidate, nominee, speaker,
        majority leader, minority leader, whip, parliamentarian, assemblyman
    house: representative, congressman, congresswoman, lawmaker, legislator
    upper: senator, lawmaker, legislator
    law: lawyer, attorney, judge, justice, prosecutor, counsel, solicitor, barrister, plaintiff, defendant,
        magistrate, special counsel, district attorney, juror
    expert: expert, analyst, scholar, researcher, scientist, professor, fellow, academic, historian, economist,
        specialist, political scientist, pollster, strategist, observer, forecaster, consultant, lecturer,
        engineer, epidemiologist, critic, author, commentator, pundit
    adviser: adviser, advisor, aide, staffer, assistant, ally, confidant, associate, deputy, consultant
    press: journalist, reporter, correspondent, editor, columnist, anchor, host, writer, blogger, author,
        photographer
    source: source, informant, insider, whistleblower, whistle-blower, tipster
    witness: witness, eyewitness, bystander, onlooker, survivor, victim, passenger, patient
    resident: resident, neighbor, neighbour, villager, local, citizen, inhabitant, townspeople, homeowner, tenant
    protester: protester, protestor, demonstrator, activist, campaigner, organizer, organiser, supporter,
        opponent, dissident, advocate, volunteer, coordinator, co-ordinator, co-organizer, marcher, striker
    worker: dispatcher, chauffeur, trucker, haulier, foreman, forewoman, surveyor, chemist, biologist, physicist,
        geologist, meteorologist, psychologist, mechanic, fitter, welder, carpenter, plumber, electrician, builder,
        baker, cook, chef, butcher, grocer, waiter, waitress, bartender, barber, hairdresser, tailor, postman,
        librarian, curator, warden, caretaker, janitor, keeper, lock keeper, lighthouse keeper, harbour master,
        harbor master, stationmaster, skipper, ferryman, diver, ranger, shepherd, beekeeper, gardener, cleaner,
        machinist, accountant, auditor, bookkeeper, cashier, midwife, pharmacist, vet, veterinarian, dentist,
        rescuer, lifeguard, jockey, referee, musician, painter, poet, sculptor, sexton, verger, novelist,
        smuggler, recruiter, mercenary, pensioner, retiree, headmaster, headmistress, innkeeper, hotelier,
        worker, employee, staff, driver, farmer, fisherman, fisher, teacher, nurse, doctor, physician,
        surgeon, firefighter, paramedic, medic, student, trader, investor, shopkeeper, miner, sailor, crew,
        technician, clerk, businessman, businesswoman, entrepreneur, banker, contractor, interpreter, translator,
        priest, pastor, imam, bishop, pope, cleric, coach, player, athlete, actor, actress, singer, artist, star
    kin: father, mother, son, daughter, brother, sister, wife, husband, widow, parent, cousin, uncle, aunt,
        relative, acquaintance, grandmother, grandfather, friend, girlfriend, boyfriend, colleague, classmate, roommate,
        family, family member, comrade, stepfather, stepmother, stepson, stepdaughter, father-in-law, mother-in-law,
        brother-in-law, sister-in-law, nephew, niece, grandson, granddaughter, mum, mom, dad
    migrant: migrant, refugee, immigrant, asylum seeker, exile, detainee, prisoner, inmate, suspect, gunman,
        attacker, shooter, hostage, convict, accuser
    partner: partner, business partner, running mate, rival, mentor, predecessor, successor, surrogate, donor,
        backer, delegate, landlord, co-worker, coworker, neighbor, fiancé, fiancée, boss, lender, borrower, buyer,
        seller, investor, developer, designer, architect, planner, builder, programmer, hacker, consumer, shopper,
        commuter, driver, rider, hiker, tourist, visitor, traveler, traveller, caller, listener, reader, fan,
        collector, trader, broker, dealer
    person: man, woman, person, people, member, ex-member, boy, girl, individual, participant, guest, other, one,
        figure, teenager, youth, counterpart, user, customer, client, voter, viewer, owner, leader, those, many,
        some, several, two, three, four, five, most, others, both, few, men, women, child, adult, officeholder,
        insurgent, skeptic, sceptic, proponent, defender
"""


def _classes() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for block in re.split(r"\n    (?=\w+:)", "\n" + _PEOPLE.strip("\n")):
        name, _, heads = block.partition(":")
        for head in phrases(heads):
            table.setdefault(head, set()).add(name.strip())
    return {head: frozenset(names) for head, names in table.items()}


PERSON_CLASSES = _classes()
ORGANISATION_HEADS = phrases(
    """ministry, department, agency, bureau, embassy, consulate, mission, government, regime, administration,
    authority, authorities, council, committee, commission, congress, senate, parliament, house, cabinet, court,
    supreme court, police, army, navy, air force, military, force, armed force, guard, party, union, association,
    federation, organization, organisation, institute, institution, university, college, school, hospital, church,
    foundation, fund, bank, company, firm, corporation, manufacturer, maker, airline, operator, group, network,
    league, team, club, campaign, office, press office, board, panel, task force, center, centre, think tank,
    charity, watchdog, observatory, junta, militia, prosecutor's office, monarchy, coalition, service,
    chancellery, opposition, clinic, factory, presidency, chamber, prefecture, registry, inspectorate, cooperative,
    co-operative, consortium, syndicate, town hall, city hall, coast guard, giant, conglomerate,
    directorate, secretariat, society, alliance, movement, delegation, retailer, plant, utility, regulator"""
)
# Bodies that put out reports of their own and are no outlets, whatever their names sound like.
CAUSES = frozenset(["group", "charity", "watchdog", "union", "think tank", "organisation", "organization", "party"])
DOCUMENT_HEADS = phrases(
    """report, letter, memo, memorandum, document, filing, lawsuit, suit, complaint, indictment, affidavit, warrant,
    petition, paper, study, survey, poll, analysis, audit, review, article, editorial, op-ed, essay, book, memoir,
    statement, press release, news release, release, tweet, post, message, email, e-mail, text message, video,
    recording, audio, tape, transcript, testimony, form, list, dossier, log, diary, note, resolution, ruling,
    logbook, log book, shift book, ledger, register, entry, page, minutes, receipt, invoice, certificate,
    timetable, handbook, leaflet, pamphlet, order,
    declaration, communique, communiqué, bulletin, notice, data, figures, record, interview, speech,
    address, news conference, press conference, briefing, hearing, confirmation hearing, broadcast, documentary,
    rumor, rumour, account, media report, news report, press report, story, transmission, cable, footage, remark,
    comment, words, statements, court paper, court document, court filing, court record, records, forecast,
    assessment, white paper, blog post, facebook post, press statement, announcement, proclamation,
    rally, town hall, ceremony, meeting, appearance, debate, draft, annex, appendix, contract, licence, guideline,
    blueprint, satellite image, photograph"""
)
OUTLET_HEADS = phrases(
    """newspaper, magazine, news agency, agency, broadcaster, news site, website, web site, news website, tabloid,
    daily, weekly, journal, wire service, television station, tv station, radio station, station, news channel,
    channel, television channel, tv channel, news outlet, outlet, news organization, news organisation,
    publication, edition, blog, news service, media outlet, paper, network, media, press, podcast"""
)
# Heads that are plural, or name many, without an s.
PLURAL_HEADS = words(
    """people men women children police staff crew family media press many some several two three four five most
    others both few those authorities data figures words statements records spokespeople townspeople troops
    personnel"""
)
# Words that stand for people only as the source of a statement, never as a description looked for in the text.
BARE_HEADS = words("""other one those many some several two three four five most others both few""")
# These nouns name something else at least as often; they count only with a determiner or a known adjective.
SHY_HEADS = words(
    """chief head chair star other one figure force house service group operator maker plant fund board record
    address order form list note review release account story words comment remark data figures private major
    giant chamber factory entry page minutes register keeper pm vet cook painter cleaner
    local user official speaker deputy guard agent captain host whip recruit fellow public press media justice
    counsel paper post message company team center centre mission office bank club school church college society
    movement alliance cable channel edition station daily weekly network outlet magazine people man woman person member
    family friend child owner coach player king general executive marine academic principal associate assistant
    representative republican democrat minor youth one"""
)

# "Some of", "dozens of": what is counted stands after them.
QUANTITIES = words(
    """some many one most several two three four five six seven eight nine ten none both each any few dozens hundreds
    thousands scores handful majority number group dozen couple pair half all"""
)
# What may open a description, and what it says: "the" points back, "own" has a possessor, "another" tells apart.
ARTICLES = {
    word: kind
    for kind, words in {
        "the": "the this these those both",
        "a": "a an one",
        "another": "another other others",
        "own": "his her their its my our your",
        "some": "some many several most few all each any no dozens hundreds thousands scores more multiple numerous"
        " various",
        "number": "two three four five six seven eight nine ten dozen eleven twelve couple",
    }.items()
    for word in words.split()
}
_COUNTED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: i for i, word in enumerate(_COUNTED)}

# Adjectives and nouns that stand before a role; what else may stand there is capitalised or known from these.
MODIFIERS = words(
    """former ex current acting senior junior top high ranking high-ranking leading chief deputy vice assistant
    associate retired late unnamed anonymous unidentified independent local regional national federal state
    foreign international domestic public private official western eastern northern southern central special
    military security defense defence intelligence army navy police government opposition political economic
    financial legal medical religious tribal elite young old new recent long-time longtime veteran key close
    american human rights health news wire television tv radio chief-of-staff executive managing first second
    third same other more emergency rescue aid relief humanitarian interior finance trade justice energy press
    media company union party campaign administration law enforcement congressional parliamentary presidential
    royal white black armed paramilitary mercenary apparent alleged reported leaked confidential internal joint
    annual weekly daily early written open published unpublished scientific academic industry business market
    investment bank research policy climate weather environmental nuclear missile forces special-forces
    counter-extremism nonproliferation spy immigration border election electoral court criminal civil district
    infrastructure transport transportation culture agriculture environment housing labor labour tourism commerce
    fisheries planning communications county city municipal provincial village town dozen dozens hundreds thousands
    few several many two three four
    five"""
)

# A description ends to the left of any of these; they are no part of a noun phrase.
STOPS = words(
    """and or but nor that which who whom whose if when while as than then so because although though since until
    unless of in on at by for from with to into onto upon over under about between among through during before
    after against without within via per across along toward towards amid despite like near is are was were be
    been being am has have had do does did will would shall should can could may might must not no never also only
    even just still already again ever once too very quite rather yet however meanwhile he she it they we i you
    him them us me himself herself itself themselves who what where why how there here said says say saying told
    tells tell telling added adds adding asked asks asking wrote writes called calls calling according citing
    cited cites reported reports claimed claims denied denies warned warns explained explains noted notes
    confirmed confirms announced announces insisted stated believe believes believed think thinks thought"""
)
RELATIVES = words("""who whom which that whose where when""")
PREPOSITIONS = words(
    """of in on at by for from with to into onto upon over under about between among through during before after
    against without within via per across along toward towards amid despite like near behind alongside including"""
)

PRONOUNS: dict[str, str] = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "they": "p", "them": "p", "their": "p", "themselves": "p", "it": "n", "its": "n", "itself": "n",
    "who": "r", "which": "r", "that": "r", "whom": "r",
    "i": "1", "me": "1", "my": "1", "we": "1p", "us": "1p", "our": "1p", "myself": "1", "you": "2",
    "both": "p", "one": "s", "this": "n", "those": "p", "these": "p",
}  # fmt: skip
MALE_WORDS = words(
    """mr sir lord king prince sheikh spokesman chairman congressman father brother son husband man boy businessman
    policeman uncle pope emir sultan imam bishop priest gunman grandfather boyfriend"""
)
FEMALE_WORDS = words(
    """mrs ms miss lady queen princess spokeswoman chairwoman congresswoman mother sister daughter wife woman girl
    businesswoman policewoman aunt widow actress grandmother girlfriend"""
)
# First names whose sex English-language news readers take for granted; a handful of the most common suffices
# to keep "she" off "John". From the US Social Security Administration's most frequent names of a century.
MALE_NAMES = words(
    """james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark
    donald steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob
    gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank
    raymond jack dennis jerry tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah
    jeremy christian keith roger terry harry sean gerald carl arthur lawrence dylan joe juan albert willie wayne
    billy ralph roy eugene louis philip bobby mike jim bill bob tom dan steve jeff greg tony mohammed muhammad
    mohammad ahmed ahmad ali hassan hussein omar abdul ibrahim vladimir dmitry sergei igor yevgeny ivan oleg boris
    mikhail viktor marco matteo hans pierre carlos luis pedro antonio ted marcus rex barack bernie chuck mitch
    lindsey rand devin adam jerome rudy bradley brett stuart neil alan ian"""
)
FEMALE_NAMES = words(
    """mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
    ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia
    dorothy amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine helen debra
    rachel carolyn janet maria catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly
    christina joan evelyn judith andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice
    ann kathryn abigail sophia frances jean alice judy isabella julia grace amber denise danielle marilyn beverly
    charlotte natalie theresa diana brittany doris kayla alexis lori marie hillary nikki kellyanne ivanka melania
    fatima aisha layla leila natalia olga svetlana irina tatiana elena angela ursula theresa nancy dianne susan
    claire fiona joanne kristi kristen christine camille anne jane"""
)

# Forms of address and ranks as tokens before a name, dots taken off.
HONORIFIC_TOKENS = words(
    """mr mrs ms miss dr prof professor sir dame lord lady rev reverend sheikh mullah ayatollah president premier
    chancellor sen sens senator rep reps representative congressman congresswoman gov governor mayor justice judge
    gen general lt lieutenant col colonel maj major capt captain cmdr commander cpl corporal sgt sergeant pvt adm
    admiral brig brigadier marshal det detective sheriff king queen prince princess pope cardinal bishop
    archbishop minister secretary ambassador imam"""
)

# Titles that are cut short before a name, in full.
RANKS = {
    "gov": "governor", "sen": "senator", "sens": "senator", "rep": "representative", "reps": "representative",
    "gen": "general", "lt": "lieutenant", "col": "colonel", "maj": "major", "capt": "captain", "cmdr": "commander",
    "cpl": "corporal", "sgt": "sergeant", "pvt": "private", "adm": "admiral", "brig": "brigadier", "prof": "professor",
    "det": "detective", "rev": "reverend",
}  # fmt: skip

# Heads that stand at least as often as adjectives before another noun.
ADJECTIVAL = words(
    """private local major general military marine executive official principal minor secretary public elite patient
    republican democrat"""
)

# Words that every country's offices bear; a name of nothing else needs its country to be a name.
OFFICE_WORDS = words(
    """ministry department defense defence foreign interior justice finance treasury health education agriculture
    energy trade labor labour transport culture environment information communications affairs external internal
    security state home office embassy consulate government parliament congress senate cabinet council committee
    court supreme constitutional high army navy air force forces armed military police national federal central
    bank prosecutor general attorney intelligence service agency bureau president presidential electoral election
    commission"""
)
# Heads of organisations' names that a short form drops: "Halden" of "Halden Group".
DROPPED_HEADS = words(
    """group company corporation corp inc ltd plc llc co limited organization organisation agency party movement
    network institute foundation"""
)

# Last words of firms' names.
CORPORATE = words(
    """metals mills motors airlines airways lifts industries systems foods energy oil gas steel mining chemicals
    pharmaceuticals electronics technologies minerals harbours harbors ports
    dredging holdings partners brothers sons works lines railways railway ferries
    shipping logistics textiles timber power electric water capital insurance stores hotels resorts studios pictures
    software networks communications telecom aerospace dynamics laboratories labs enterprises ventures brewery dairy
    farms shipyards shipyard quarries refinery refineries homes properties developments estates construction
    engineering consulting solutions transport freight cruises coal copper cement lithium uranium potash rail inc ltd
    plc llc co corp gmbh group"""
)

# Forms of address that say nothing of a person but sex.
ADDRESS = words("mr mrs ms miss dr sir dame lord lady")
# What is cited and is nobody: findings, figures, rules.
_THINGS = words(
    """case estimate theory belief fact idea figure number result evidence sign law rule policy plan deal agreement
    contract statute clause amendment constitution headline caption label map model data test sample chart table
    website page app index rating ranking proposal bill measure legislation motion question answer quote quotation
    phrase term word name copy"""
)


def thing(head: str) -> bool:
    """True for a head noun that names no person: a finding, a figure, a rule, an abstract noun by its ending."""
    return head in _THINGS or head.endswith(
        ("tion", "ment", "ness", "ism", "sis", "acy", "ance", "ence", "ding", "ning", "ling", "ysis")
    )


# Plural nouns that are as often verbs: after a name they are.
VERBS_TOO = words(
    """reports claims notes documents records posts tweets lists studies polls reviews orders comments remarks files"""
)
