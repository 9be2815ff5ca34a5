package provenance

import "strings"

// notNames are words with a capital letter that name nobody: titles, and what
// always has one.
var notNames = set(`i mr mrs ms miss dr sir madam lord lady president minister prime chancellor king queen secretary general senator
	ltd inc co corp plc llc gmbh ceo cfo coo icu rmb cny usd eur hk
	governor mayor chairman chairwoman chair professor captain colonel commander judge justice god mp mps ok okay o the a an of and`)

// demonyms are names of peoples that do not begin like their country.
var demonyms = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(demonymList), "\n") {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}()

const demonymList = `
us usa u.s u.s. u.s.a. american americans america united-states states
uk u.k. u.k british briton britons britain united-kingdom
eu e.u. european-union
un u.n. united-nations
dutch netherlands netherland holland
french france frenchman frenchmen
spanish spain spaniard spaniards
greek greece greeks
swiss switzerland
polish poland pole poles
danish denmark dane danes
swedish sweden swede swedes
finnish finland finn finns
turkish turkey turk turks türkiye turkiye
welsh wales
scottish scotland scots scot
irish ireland
english england
german germany germans
norwegian norway
portuguese portugal
chinese china prc sino
belgian belgium belgians
canadian canada canadians
panamanian panama panamanians
peruvian peru peruvians
icelandic iceland icelanders icelander
maltese malta
cypriot cyprus cypriots
czech czechia czechs
burmese burma myanmar
congolese congo
kyrgyz kyrgyzstan kirghizia
kazakh kazakhstan kazakhs
uzbek uzbekistan
tajik tajikistan
turkmen turkmenistan
afghan afghanistan afghans
thai thailand
filipino philippines
russia russian russians russo rf
ukraine ukrainian ukrainians
kremlin
`

// alsoWords are names that are common words too.
var alsoWords = set(`trump bush brown smith cook baker taylor miller carter wilson mark bill frank jack rose grace will rob bob pat may young long turkey chad jersey georgia
	victoria nice reading bath orange buffalo phoenix mobile cork lima cologne ford chase wells fargo penny joy dick harry peter martin jordan israel`)

// capitals stand for their governments.
var capitals = map[string]string{
	"moscow": "russia", "kremlin": "russia", "washington": "us", "london": "uk", "paris": "french", "berlin": "german", "beijing": "chinese", "kiev": "ukraine", "kyiv": "ukraine",
	"brussels": "eu", "ankara": "turkish", "warsaw": "polish", "rome": "italy", "madrid": "spanish", "tokyo": "japan", "tehran": "iran", "delhi": "india", "athens": "greek",
	"stockholm": "swedish", "oslo": "norwegian", "copenhagen": "danish", "helsinki": "finnish", "budapest": "hungary", "vienna": "austria", "minsk": "belarus", "seoul": "korea",
	"westminster": "uk", "ottawa": "canada", "canberra": "australia", "jerusalem": "israel", "damascus": "syria", "baghdad": "iraq", "riyadh": "saudi", "cairo": "egypt",
}

// nicknames are short forms of first names.
var nicknames = func() map[string]string {
	m := map[string]string{}
	for _, line := range strings.Split(nicknameList, ";") {
		words := strings.Fields(line)
		for _, w := range words {
			m[w] = words[0]
		}
	}
	return m
}()

const nicknameList = `alexander alex sasha aleksandr alexandra; michael mike mick misha mikhail; katherine kate catherine katie kathy ekaterina katya; robert bob bobby rob; william bill billy will;
	james jim jimmy; joseph joe joey; thomas tom tommy; richard dick rick; anthony tony; elizabeth liz beth betty lisa; edward ed eddie ted; charles charlie chuck; andrew andy andrei andrey;
	daniel dan danny; david dave; dmitry dima dmitri; vladimir volodya; nicholas nick nikolai kolya; john jack johnny jon; margaret maggie meg peggy; samuel sam; benjamin ben; matthew matt;
	christopher chris; stephen steve steven; susan sue; patricia pat; peter pete pyotr; paul pavel; george yuri; anna ann anne annie; mary masha maria; jennifer jen jenny; timothy tim; gregory greg`

// nations are countries whose names may look like another's.
var nations = set(`iran iraq niger nigeria austria australia mali malawi malta syria serbia georgia guinea guyana gambia zambia india indonesia slovakia slovenia
	latvia lithuania estonia congo togo tonga chad chile china jordan japan korea kuwait libya lebanon liberia oman panama peru poland qatar rwanda sudan
	vietnam vietnamese laos cambodia myanmar nepal bhutan bangladesh maldives singapore brunei philippines thailand taiwan tibet
	egypt tunisia sudan ethiopia eritrea djibouti somalia kenya tanzania burundi mozambique zimbabwe botswana namibia lesotho madagascar mauritius seychelles
	ghana senegal benin cameroon gabon mauritania comoros rhodesia burkina guatemala honduras nicaragua salvador cuba cubans haiti jamaica bahamas barbados grenada trinidad
	venezuela colombia ecuador bolivia suriname fiji samoa vanuatu australian zealand luxembourg liechtenstein croatia bosnia herzegovina montenegro kosovo macedonia hungary romania
	azerbaijan bahrain emirates saudi arabia palestine palestinian greenland canada kyrgyzstan korean koreans japanese
	uganda yemen israel italy ireland iceland france finland belarus belgium bulgaria brazil albania algeria angola armenia argentina mongolia morocco monaco
	moldova myanmar mexico paraguay uruguay pakistan kazakhstan tajikistan turkmenistan uzbekistan kyrgyzstan afghanistan dominica`)

// generic are words that stand in names of places, offices and bodies and are
// translated now in one way, now in another.
var generic = set(`region krai kray oblast territory district province county state states republic federation federal ministry department directorate committee council
	assembly parliament duma senate congress house office service agency administration center centre institute university academy school college hospital clinic court bank
	fund company corporation group holding party movement union league association organization organisation alliance front bloc army navy naval fleet force forces guard
	police security defense defence foreign internal affairs interior finance financial treasury economy economic health education science culture cultural sport sports press
	media public relations information news television radio channel newspaper northern southern eastern western north south east west central upper lower
	new old great grand greater united kingdom saint st sts street avenue square road river lake sea ocean mountain mount island islands peninsula bay gulf strait canal port
	airport station bridge park city town village world international national general main chief head deputy vice commander board commission
	summit forum conference championship championships cup olympics olympic games stage stadium arena cathedral church monastery temple mosque war battle treaty agreement
	day week month league premier minister ministers emergency emergencies situations emercom management resources marine maritime shipyard shipyards wharf
	engineering martial athletic survey poll homeland fatherland death hands up for knights swifts institute laboratory technology technologies industry industries
	commerce trade chamber exchange market development investment innovation rescue life saving environment environmental hydrometeorological meteorological weather
	strategic research design bureau plant factory works society people's social labor labour democratic liberal conservative conservatives popular green
	muslim christian orthodox islamic covid coronavirus sars unit division brigade regiment corps squadron battalion ship vessel submarine aircraft
	english internet facebook tv times post daily gazette herald`)
