"""Verbs by what a question can do with them, for the general route.

Speaking, thinking, being and going on make no question; what is done again and again has no one year.
"""

from quizapp.packs.vocabulary import vocabulary

VAGUE = vocabulary(
    "be have do say tell claim state argue announce declare report note describe mention explain think "
    "know believe consider regard deem see watch hear feel find notice realise realize like love hate "
    "fear want wish hope plan intend decide agree try attempt seek aim need require mean show prove "
    "suggest propose ask answer call seem appear look sound begin start continue remain stay keep cease "
    "stop finish go come get turn grow rise fall increase decrease reduce change vary include involve "
    "concern depend belong consist comprise contain cover live work stand lie sit act serve use help let "
    "allow cause enable force happen occur spend last wait expect inspire influence attract enjoy follow "
    "precede accompany support oppose face suffer cost pay own possess base dedicate date range total "
    "number average cite quote discuss review criticise criticize praise condemn warn demand insist deny "
    "marry graduate admit confirm complain comment conclude reveal emphasise emphasize refer relate "
    "associate link attribute credit compare contrast treat view perceive set list feature estimate "
    "point aim measure locate situate bear die focus tend manage fail struggle identify recall remember"
)
RECURRING = vocabulary(
    "play perform speak talk visit travel tour return meet run walk wander compete score record make lead "
    "bring attend study teach lecture hold carry star fight win lose beat defeat draw shoot kill "
    "release publish issue air broadcast screen write"
)
# Too common for a question, unless it is said whom or from where.
ONCE = vocabulary("marry graduate emigrate")
# These happen to a thing once, or end it: the name alone tells what is meant.
COMPLETE = vocabulary(
    "abolish demolish destroy dissolve withdraw execute crown canonise canonize beatify knight behead "
    "ordain repeal nationalise nationalize privatise privatize depose disband decommission scrap "
    "partition excommunicate assassinate collapse sink capsize erupt abdicate retire crash explode reopen "
    "reunite reunify unify rebuild reconstruct renovate refurbish enlarge widen electrify bomb exile "
    "baptise baptize rename ban ratify legalise legalize annex dismantle salvage "
    "pedestrianise consecrate deconsecrate incorporate unveil film televise derail"
)
# Of these one can say how many in a whole life.
OF_A_LIFE = vocabulary(
    "have complete design write build compose paint publish father invent direct orbit marry consist contain "
    "discover comprise hold carry seat sleep house"
)
# What these do to a named thing, one alone does at a time; prizes are shared.
OF_ONE = vocabulary(
    "marry open unveil lead command portray discover patent invent found establish launch "
    "build design conquer capture buy purchase acquire create introduce inaugurate name rename proclaim "
    "assassinate crown defeat liberate annex succeed depose overthrow present swim cross climb circle "
    "photograph dissolve abolish"
)
# Passive as well where a thing follows: `was knighted and awarded the Order of Skell`.
OF_TWO_OBJECTS = vocabulary(
    "award give grant elect appoint name make crown declare proclaim call vote offer present refuse deny "
    "allow pay send assign teach promise ordain nominate designate choose"
)
# One does these for years.
LASTING = vocabulary(
    "serve teach lecture work live study head lead direct edit chair coach manage captain command conduct "
    "govern rule hold represent play remain run preside train reside attend own practise sit act host "
    "house occupy print publish produce carry sponsor"
)
UNCOUNTED = vocabulary(
    "be say tell see include need require take spend last cost employ serve attract expect think know "
    "find use make begin start become reach visit receive get total average number cover weigh measure "
    "identify describe propose list mention sell earn consider discuss show"
)
