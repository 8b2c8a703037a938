"""Who shows films and series: the names of broadcasters and streaming services, with what each is called."""

_SERVICES = "Netflix|Hulu|Disney+|Peacock|Paramount+|Max|Apple TV+|Prime Video|Viu|Viki|Crunchyroll"
_BROADCASTERS = (
    "BBC|BBC One|BBC Two|ITV|Channel 4|HBO|NBC|CBS|ABC|Fox|PBS|Showtime|AMC|FX|NHK|Arte|ZDF|ARD|SVT"
)

CHANNELS = dict.fromkeys(_SERVICES.split("|"), "streaming service") | dict.fromkeys(
    _BROADCASTERS.split("|"), "broadcaster"
)
