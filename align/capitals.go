package align

import "strings"

// A capital stands for its government: what one report says of Moscow another
// says of Russia. That helps to find a place, and excuses nothing: the pair is
// a synonym at best.
const metonym = 70

// capitals leads from a capital to its country, both ways.
var capitals = func() map[[2]string]bool {
	m := map[[2]string]bool{}
	for _, p := range strings.Fields(capitalList) {
		city, country, _ := strings.Cut(p, "=")
		m[[2]string{city, country}] = true
		m[[2]string{country, city}] = true
	}
	return m
}()

// states are the words of both.
var states = func() map[string]bool {
	m := map[string]bool{}
	for p := range capitals {
		m[p[0]] = true
	}
	return m
}()

// capitalList names capitals and countries of one word each, in lower case.
const capitalList = `moscow=russia kremlin=russia kyiv=ukraine kiev=ukraine minsk=belarus warsaw=poland berlin=germany paris=france
	madrid=spain rome=italy lisbon=portugal vienna=austria bern=switzerland athens=greece ankara=turkey sofia=bulgaria
	bucharest=romania budapest=hungary belgrade=serbia zagreb=croatia sarajevo=bosnia tirana=albania skopje=macedonia
	prague=czechia bratislava=slovakia vilnius=lithuania riga=latvia tallinn=estonia helsinki=finland stockholm=sweden
	oslo=norway copenhagen=denmark reykjavik=iceland dublin=ireland london=britain chisinau=moldova yerevan=armenia baku=azerbaijan
	tbilisi=georgia astana=kazakhstan tashkent=uzbekistan bishkek=kyrgyzstan dushanbe=tajikistan ashgabat=turkmenistan
	beijing=china tokyo=japan seoul=korea pyongyang=korea taipei=taiwan hanoi=vietnam bangkok=thailand manila=philippines
	jakarta=indonesia delhi=india islamabad=pakistan kabul=afghanistan tehran=iran baghdad=iraq damascus=syria beirut=lebanon
	amman=jordan riyadh=arabia doha=qatar cairo=egypt tripoli=libya tunis=tunisia algiers=algeria rabat=morocco khartoum=sudan
	nairobi=kenya abuja=nigeria pretoria=africa canberra=australia wellington=zealand ottawa=canada washington=america
	havana=cuba caracas=venezuela bogota=colombia lima=peru santiago=chile brasilia=brazil`
