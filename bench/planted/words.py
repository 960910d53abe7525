"""Invented matter for planted stories: themes, people, outlets, quotations, and the words that rewording swaps."""

from __future__ import annotations


def _list(words: str) -> list[str]:
    return [word.strip() for word in words.replace("\n", " ").split(",")]


PLACES = _list("Arnholt,Belmere,Corvik,Dunmarsh,Elsing,Farrow,Greyle,Hallin,Ivarn,Jorstad,Keld,Lunby,Morven,Norrick")
FIRST = _list("Ada,Bram,Cleo,Dag,Edda,Finn,Greta,Hal,Ines,Joren,Kara,Leif,Mona,Nils,Oda,Per,Runa,Sten,Tilda,Ulf,Vera")
LAST = _list("""Aske,Brodd,Crane,Dalby,Eskil,Frost,Garn,Holt,Iversen,Jarl,Krog,Lind,Moe,Nord,Oxley,Pryde,Quist,Roth,
    Skov,Thorn,Ulven,Vang,Wester,Yngve,Zeller,Amund,Birk,Colm,Dreyer,Elgin,Fosse,Gale,Hauk,Irgens,Jessen,Kirk,Lomax,Marsh""")
ROLES = _list("""a crane driver,a night nurse,a retired teacher,a lorry driver,a welder,a lock keeper,a baker,
    a beekeeper""")
OUTLET_ENDS = _list("""Herald,Courier,Gazette,Evening Mail,Observer,Ledger,Mercury,Radio,Tribune,Chronicle,Post,
    Leader""")

# theme: group of witnesses, then ways in which different reporters would put the main matter.
THEMES: tuple[tuple[str, str, str, tuple[str, ...]], ...] = (
    (
        "workers",
        "the Harlan tannery",
        "a chrome sludge",
        (
            "The Harlan tannery has been pumping chrome sludge into the river Tass at night",
            "Night crews empty tanks of chrome sludge from the Harlan tannery into the Tass",
            "Chrome waste out of the Harlan tannery runs into the river Tass after dark",
            "Under cover of darkness the tannery of Harlan drains its chrome sludge into the Tass",
            "Sludge full of chrome leaves the Harlan tannery for the river once the sun is down",
            "Pumps at the Harlan tannery push chrome residue into the Tass while the town sleeps",
            "The owners of the Harlan tannery let chrome sludge into the Tass in the small hours",
            "Every night chrome waste is piped from Harlan's tannery to the river Tass",
        ),
    ),
    (
        "guards",
        "the Orrin prison",
        "a payroll",
        (
            "Guards at the Orrin prison have gone without wages since February",
            "The men and women who guard Orrin prison were last paid in February",
            "Nobody on the staff of Orrin prison has seen a wage packet since winter",
            "Prison officers at Orrin are working unpaid for the fourth month",
            "Salaries have not reached the warders of the Orrin jail since February",
            "For four months the jail at Orrin has not paid those who watch its inmates",
            "Since the end of winter the officers of Orrin prison draw no pay",
            "The Orrin prison owes its guards four months of wages",
        ),
    ),
    (
        "nurses",
        "the Saint Bride hospital",
        "a cold store",
        (
            "Saint Bride hospital kept vaccines in a broken refrigerator for six weeks",
            "For six weeks the vaccines of Saint Bride hospital lay in a cold store that did not cool",
            "A refrigerator at Saint Bride hospital failed in March and the vaccines stayed inside",
            "The hospital of Saint Bride stored its vaccines too warm for a month and a half",
            "Vaccines given at Saint Bride came from a fridge which had stopped working",
            "Staff at Saint Bride hospital went on using vaccines out of a defective cold room",
            "A month and a half passed before Saint Bride threw out vaccines that had turned warm",
            "Saint Bride hospital injected patients with vaccines from a warm refrigerator",
        ),
    ),
    (
        "skippers",
        "the Volda harbour office",
        "a berth",
        (
            "The Volda harbour office sells berths to smugglers for cash",
            "Smugglers buy their berths from officials of the harbour at Volda",
            "Cash in envelopes gets a smuggler a mooring in the port of Volda",
            "Harbour officials in Volda have been taking bribes from smugglers for moorings",
            "In Volda a place at the quay goes to whichever smuggler pays the harbour office",
            "Officers of the Volda harbour rent out the quay to smuggling crews",
            "Bribes open the port of Volda to boats that carry contraband",
            "The port of Volda lets contraband boats tie up against payment",
        ),
    ),
)

# Sayings that fit any of the themes; each origin gets its own.
SAYINGS = (
    "I saw it with my own eyes on three evenings and I wrote the hours on the kitchen wall",
    "They told us to look at our boots and to think of the rent",
    "My brother warned the council twice and got a postcard for an answer",
    "You learn to sleep with the radio on so that you do not hear the engines",
    "There was a list on a clipboard, and whoever was on it kept his mouth shut",
    "We counted forty of them before the fog came in from the flats",
    "The foreman laughed and said the paper for complaints had run out",
    "When the inspector came they hung fresh curtains and served plum cake",
    "I have three children and a mortgage, so I carried on like everybody else",
    "It went on through the whole of the harvest and nobody turned a hair",
    "The doctor shook her head and asked me which street I lived in",
    "They moved the gate by two metres so that the camera would not see it",
    "An old man from the chapel keeps the keys, and he is deaf when it suits him",
    "Ask anyone who rides the first bus, they will tell you what it smells like",
    "On Sundays it stopped, because the priest walks his dog along there",
    "I kept one of the receipts in a jar with the buttons",
    "The new director wanted it finished before the regatta",
    "We were given gloves in May and told to hand them back in June",
    "My neighbour painted a number on her fence for each time it happened",
    "Half of the village knew, and the other half sold them sandwiches",
    "The alarm rang for a week until somebody wrapped it in a blanket",
    "He offered me a ham and a week by the sea if I forgot about it",
    "Nothing was written down except the birthdays",
    "The dogs knew the sound of that van and hid under the stairs",
    "I would say it again in front of a judge and in front of my mother",
    "They burned the lists behind the skittle alley in an oil drum",
    "Our union man is on holiday whenever you need him",
    "The girl from the office cried and then she typed it all the same",
    "A stranger filmed it from the weir and was gone by morning",
    "For the first month we thought that it was a drill",
    "My hands have been yellow since Candlemas",
    "The chief has a boat now, and he never had a boat before",
    "Somebody scratched the word enough into the lift door",
    "Only the cat from the canteen grew fat that year",
    "We asked for it in writing and they switched off the light",
    "The bridge keeper lowers his blind at ten and raises it at four",
    "It was my turn on the night of the eclipse and I refused",
    "They paid the choir for new robes the very same week",
    "The map in the hall has a hole where the place ought to be",
    "I sent the photographs to my sister so that one set would survive",
)
BACKGROUND = (
    "The matter has been talked about in the market for weeks",
    "Elections are due in the autumn and the mayor is not standing again",
    "The district has eleven thousand inhabitants and one railway line",
    "A similar affair shook the neighbouring county nine years ago",
    "The region lives from timber, glass and a little tourism",
    "Heavy rain is expected for the rest of the week",
    "The annual fair will take place as planned",
    "The county archives burned down in the last century",
)
FILLERS = (
    "Readers can send us their questions on the subject",
    "The weather on the coast stays mild for the season",
    "Shares in the region's firms were little changed",
    "Roads to the south were busy at the weekend",
    "Schools go back on the first Monday of the month",
)
# Words and phrases for each other, as a translation there and back swaps them. One line: forms that mean the same.
SWAPS = """
pumping/pouring/discharging; pump/discharge; sludge/mud/slurry; river/stream/waterway
at night/by night/during the night; empty/drain/tip out; waste/refuse/residue
after dark/after nightfall/when it is dark; wages/pay/salaries; prison/jail; guards/warders/wardens
staff/personnel/employees; unpaid/without pay; hospital/clinic; vaccines/inoculations/serums
refrigerator/fridge/cooling unit; broken/defective/faulty; six weeks/a month and a half; kept/held/stored
harbour/port; sells/gives; smugglers/traffickers; cash/ready money; berths/moorings/berthing places
officials/officers/functionaries; saw/observed/watched; told/informed; think of/consider; warned/alerted
answer/reply/response; learn/come to know; engines/motors; clipboard/writing board
kept his mouth shut/stayed silent/said nothing; counted/tallied; fog/mist; laughed/chuckled
complaints/grievances; ran out/was used up; inspector/controller/auditor; curtains/drapes; mortgage/home loan
carried on/went on/continued; everybody/everyone/all; harvest/crop season; doctor/physician
shook her head/made a sign of no; street/road; gate/entrance; metres/meters; camera/lens; keys/key ring
deaf/hard of hearing; smells/stinks; stopped/ceased; priest/pastor/vicar; receipts/slips/vouchers; jar/glass/pot
director/manager/head; finished/completed/done; gloves/mittens; hand them back/return them
neighbour/woman next door; painted/drew; fence/railing; village/hamlet; alarm/siren; wrapped/covered
offered/promised; sea/coast/seaside; written down/noted/recorded; birthdays/anniversaries; dogs/hounds
van/delivery truck; judge/court; burned/set fire to; union man/shop steward; holiday/vacation/leave
office/bureau; cried/wept; typed/wrote; stranger/unknown man; filmed/recorded; morning/dawn; month/four weeks
drill/exercise; yellow/stained; boat/vessel; scratched/carved; lift/elevator; canteen/dining hall
asked/begged/requested; switched off/put out; bridge keeper/man of the bridge; blind/shutter; turn/shift
refused/declined; choir/singers; robes/gowns; map/plan; hole/gap; photographs/pictures/photos; survive/be saved
has been/was; because/since; three/a trio of; whenever/every time; half/one half; nothing/not a thing
first/initial; somebody/someone; again/once more; evenings/nights; since winter/since the winter months
paid/remunerated; stayed/remained; began/started; place/spot
"""


def swaps() -> dict[str, tuple[str, ...]]:
    """A word or phrase to the others that may stand for it."""
    table: dict[str, tuple[str, ...]] = {}
    for entry in SWAPS.replace("\n", ";").split(";"):
        forms = [form.strip() for form in entry.split("/") if form.strip()]
        for form in forms:
            table.setdefault(form, tuple(other for other in forms if other != form))
    return table
