"""The closed word lists of English that ``words.py`` and ``clauses.py`` look things up in.

Function words, irregular forms and negations are closed classes and were written out from grammar; the list of
opposites holds pairs that news uses of the same event from two sides.
"""

from __future__ import annotations

import re

_STOPWORDS_TEXT = """
a an the this that these those some any each every all both either neither such other another same own i me my mine
myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself they
them their theirs themselves who whom whose which what where when why how whoever whatever there here be am is are
was were been being have has had having do does did doing done will would shall should can could may might must
ought let get got of in on at by for with from to into onto upon over under about above below between among through
during before after since until till against toward towards within without across along around behind beside besides
beyond near off out up down per via as than like despite amid and or but nor so yet if then else because while
although though unless whereas whether not no never none nothing nobody nowhere nor cannot very too also just only
even still already again ever once more most much many few less least lot quite rather almost about around nearly
roughly really now today yesterday tomorrow yet say tell add according claim report note state mr mrs ms dr s t d ll
re ve m n't 's one
"""
STOPWORDS = frozenset(_STOPWORDS_TEXT.split())

_VERBS = """
be: am is are was were been being; have: has had having; do: does did done doing; go: goes went gone going; say:
says said saying; tell: tells told telling; make: makes made making; take: takes took taken taking; come: comes came
coming; see: sees saw seen seeing; know: knows knew known; get: gets got gotten getting; give: gives gave given
giving; find: finds found finding; think: thinks thought; leave: leaves left leaving; feel: feels felt; become:
becomes became becoming; begin: begins began begun beginning; keep: keeps kept; hold: holds held; write: writes
wrote written writing; stand: stands stood; hear: hears heard; let: lets letting; mean: means meant; set: sets
setting; meet: meets met meeting; run: runs ran running; pay: pays paid paying; sit: sits sat sitting; speak: speaks
spoke spoken speaking; lie: lies lay lain lying; lead: leads led leading; read: reads reading; grow: grows grew
grown; lose: loses lost losing; fall: falls fell fallen falling; send: sends sent sending; build: builds built;
understand: understands understood; draw: draws drew drawn; break: breaks broke broken breaking; spend: spends
spent; cut: cuts cutting; rise: rises rose risen rising; drive: drives drove driven driving; buy: buys bought; wear:
wears wore worn; choose: chooses chose chosen choosing; seek: seeks sought; throw: throws threw thrown; catch:
catches caught; deal: deals dealt; win: wins won winning; forget: forgets forgot forgotten; shoot: shoots shot
shooting; strike: strikes struck striking; fight: fights fought fighting; kill: kills killed killing; flee: flees
fled fleeing; hide: hides hid hidden hiding; fly: flies flew flown flying; bring: brings brought bringing; teach:
teaches taught; sell: sells sold; sign: signs signed signing; steal: steals stole stolen stealing; bear: bears bore
born borne; beat: beats beaten; bind: bound; bite: bit bitten; blow: blew blown; feed: fed; freeze: froze frozen;
hang: hung hanged; hit: hits hitting; hurt: hurts; put: puts putting; quit: quits; ride: rode ridden; ring: rang
rung; shake: shook shaken; shut: shuts shutting; sing: sang sung; sink: sank sunk; sleep: slept; split: splits;
spread: spreads; swear: swore sworn; swim: swam swum; tear: tore torn; wake: woke woken; withdraw: withdrew
withdrawn withdrawing; try: tries tried trying; die: dies died dying; use: uses used using; plan: plans planned
planning; ban: bans banned banning; stop: stops stopped stopping; cause: causes caused causing; believe: believes
believed believing; raise: raises raised raising; close: closes closed closing; serve: serves served serving;
receive: receives received receiving; propose: proposed proposing; force: forces forced forcing; free: freed
freeing; agree: agreed agreeing; accuse: accused accusing; arrive: arrived arriving; change: changed changing;
charge: charged charging; decide: decided deciding; describe: described describing; require: required requiring;
announce: announced announcing; continue: continued continuing; move: moved moving; include: included including;
increase: increased increasing; produce: produced producing; provide: provided providing; prove: proved proven
proving; release: released releasing; replace: replaced replacing; resign: resigned resigning; argue: argued
arguing; live: lived living; face: faced facing; fire: fired firing; hire: hired hiring; name: named naming; vote:
voted voting; wound: wounded wounding; injure: injured injuring; invite: invited inviting; escape: escaped escaping;
damage: damaged damaging; cease: ceased; desert: deserted; promise: promised promising; hope: hoped hoping; like:
liked; share: shared; refuse: refused refusing
"""

_NOUNS = """
man: men; woman: women; child: children; person: people; foot: feet; life: lives; wife: wives; half: halves; crisis:
crises; analysis: analyses; basis: bases; usa: america american americans
"""

# Words that look inflected and are not, so that their ends stay on.
_WHOLE_TEXT = """
news police series species gas bus texas congress process access business less politics his this yes during
something nothing anything everything morning evening king spring wing thing string beijing need indeed speed seed
weed hundred sacred red bed embed hearing building united states always perhaps across its
"""
_WHOLE = _WHOLE_TEXT.split()


def _irregular() -> dict[str, str]:
    table: dict[str, str] = {}
    for block in (_VERBS, _NOUNS):
        for entry in block.replace("\n", " ").split(";"):
            head, _, forms = entry.strip().partition(":")
            table[head.strip()] = head.strip()
            for form in forms.split():
                table.setdefault(form, head.strip())
    table.update({word: word for word in _WHOLE})
    table.update(things="thing", hearings="hearing", buildings="building")
    return table


IRREGULAR = _irregular()

# Regular verbs that news is told in; only to know a third person or a participle from a noun.
_REGULAR_TEXT = """
abandon accept accuse add admit affect aim allege allow announce answer appeal appear apply appoint approve arrest ask
attack attempt attend avoid back ban bar base blame block bomb boost broadcast call campaign cancel carry cause
celebrate challenge charge check claim clash climb collapse collect comment commit complain conclude condemn confirm
connect consider contain cost count cover crash create criticize cross crush damage declare decline defeat defend delay
deliver demand deny deploy deport describe destroy detain develop die direct discover discuss dismiss dispute double
drop earn embrace emerge employ enable encourage enter escape evacuate exceed exist expand expect explain explode
express extend face fail favor fear fill film finance fine fire flow follow force form found gather guard halt hand
happen help hire hope host identify ignore impose improve include increase indicate inspect intend invade investigate
invite issue join jump kill label lack land last launch leak lift limit link live look lower maintain march mark miss
monitor move murder name need negotiate nominate note offer open operate oppose order organize outlaw own pass patrol
permit plan play pledge point postpone praise predict prepare press prevent promise promote propose protect protest
prove provide publish pull punish push question raid rain raise reach react receive recall recover recruit reduce
reflect refuse regret reject relate release rely remain remember remove renew rent repeat replace reply report request
require rescue resign respond rest restore result resume return reveal review rob rule rush sail save schedule search
seize sentence serve settle share shelter show shrink signal slam smuggle spark stage start state stay stop storm
stress study submit succeed suffer suggest supply support suppose surge surprise surrender survive suspect suspend
sustain target tell test thank threaten top torture total touch track trade train transfer trap travel treat trigger
try turn uncover urge use value veto view violate visit vote vow wait walk want warn wash waste watch welcome witness
work worry wound yield
"""
VERBS = frozenset(
    [*(entry.partition(":")[0].strip() for entry in _VERBS.replace("\n", " ").split(";")), *_REGULAR_TEXT.split()]
)
"""Base forms of common verbs. Many are nouns too: look at the form and what stands before."""

_NEGATIONS_TEXT = """
not no never none nobody nothing neither nor nowhere without cannot hardly scarcely barely
"""
NEGATIONS = frozenset(_NEGATIONS_TEXT.split())

# Verbs and nouns that turn what follows round. Matched on lower-case words joined by single spaces.
REVERSERS = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?"
    r"|disput(?:e|es|ed|ing)|debunk(?:s|ed|ing)?|fail(?:s|ed|ing)? to|refus(?:e|es|ed|ing) to|declin(?:e|es|ed|ing) to"
    r"|unlikely|unable to|far from|rules? out|ruled out|stop(?:s|ped)? short of|lack(?:s|ed|ing)?|absence of|false"
    r"|untrue|baseless|unfounded|hoax|fabricat(?:ed|ion)|fake)\b"
)

# Words that look like a negation and are none.
BREAKS_NEGATION = re.compile(
    r"\b(?:not only|not just|not merely|not least|no doubt|no longer than|no less than|no later than|no more than"
    r"|no sooner|no matter|if not|whether or not|or not|no one knows how many)\b"
)

_OPPOSITES = """
accept/reject; accept/refuse; accept/decline; admit/deny; confirm/deny; acknowledge/deny; affirm/deny; agree/refuse;
agree/disagree; allow/ban; allow/forbid; allow/block; permit/ban; approve/reject; approve/block; support/oppose;
back/oppose; favor/oppose; attack/defend; win/lose; rise/fall; increase/decrease; increase/reduce; grow/shrink;
raise/lower; raise/cut; gain/lose; start/end; begin/end; begin/stop; start/stop; open/close; enter/leave;
arrive/leave; join/leave; join/quit; stay/leave; remain/leave; alive/dead; survive/die; live/die; guilty/innocent;
convict/acquit; arrest/release; arrest/free; capture/release; hire/fire; appoint/dismiss; nominate/withdraw;
true/false; legal/illegal; lawful/unlawful; safe/dangerous; likely/unlikely; possible/impossible; able/unable;
willing/unwilling; willing/reluctant; success/failure; succeed/fail; pass/fail; first/last; before/after; more/less;
many/few; better/worse; best/worst; strong/weak; strengthen/weaken; early/late; advance/retreat; find/lose;
buy/sell; send/receive; import/export; love/hate; praise/criticize; praise/condemn; welcome/condemn; peace/war;
friend/enemy; ally/enemy; public/private; public/secret; include/exclude; impose/lift; tighten/ease; escalate/ease;
top/bottom; up/down; north/south; east/west; northern/southern; eastern/western; democrat/republican; man/woman;
boy/girl; husband/wife; intentional/accidental; deliberate/accidental; real/fake; genuine/fake; present/absent;
healthy/sick; improve/worsen; keep/break; optimistic/pessimistic; optimistic/skeptical; trust/doubt; believe/doubt;
certain/uncertain; clear/unclear; known/unknown
"""


def _opposites() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for pair in _OPPOSITES.replace("\n", " ").split(";"):
        a, b = pair.strip().split("/")
        table.setdefault(a, set()).add(b)
        table.setdefault(b, set()).add(a)
    return {word: frozenset(others) for word, others in table.items()}


OPPOSITES = _opposites()
