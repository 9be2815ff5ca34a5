package provenance

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/text"
)

// sameName compares two words of names.
func (p *pairing) sameName(a, b fact) bool {
	x, y := p.bare(p.report, p.q, a), p.bare(p.transcript, p.s, b)
	if x == y || demonyms[x] != "" && demonyms[x] == demonyms[y] || related(x, y) {
		return true
	}
	for _, m := range p.q[a.at.Start].mates {
		if m.at == b.at.Start && (m.why == align.Same || m.why == align.Stem || m.why == align.Name) {
			return true
		}
	}
	return transliterated(x, y) || !p.literal && sameElsewhere(x, y)
}

// sameElsewhere compares two words of names more freely, as translations of one
// text differ.
func sameElsewhere(x, y string) bool {
	return capitals[x] != "" && capitals[x] == country(y) || capitals[y] != "" && capitals[y] == country(x) ||
		nearlySpelled(x, y) || begins(x, y) || begins(y, x) || ends(x, y) || ends(y, x) || generic[x] && generic[y]
}

// begins reports whether a name is a longer one without its ending, which may
// say what it is the name of: Hofn, Hofnvollur.
func begins(short, long string) bool {
	return len(short) >= 4 && len(long) <= 2*len(short) && strings.HasPrefix(long, short) && demonyms[short] == "" && !nations[short]
}

func sortedLetters(w string) string {
	b := []byte(w)
	slices.Sort(b)
	return string(b)
}

// country is a name's entry among the demonyms, or the name.
func country(name string) string {
	if c := demonyms[name]; c != "" {
		return c
	}
	return name
}

// nearlySpelled: translators spell names as they hear them. Nations that look
// alike are not taken for each other.
func nearlySpelled(x, y string) bool {
	if demonyms[x] != "" || demonyms[y] != "" || nations[x] || nations[y] {
		return false
	}
	if nicknames[x] != "" && nicknames[x] == nicknames[y] {
		return true
	}
	if len(x) >= 4 && sortedLetters(x) == sortedLetters(y) {
		return true // UEFA, EUFA
	}
	n := max(len(x), len(y))
	return n >= 4 && levenshtein.ComputeDistance(x, y) <= n*2/5 && x[0] == y[0] || n >= 6 && levenshtein.ComputeDistance(x, y) <= n/3
}

// bare is a fact's name in plain letters.
func (p *pairing) bare(d *text.Document, atoms []atom, f fact) string {
	name := bare(p.plainForm(d, atoms[f.at.Start].word))
	if b := unions[wordAt(atoms, f.at.Start-1)+" "+name]; b != "" {
		return b
	}
	return name
}

// unions are nations of two words, neither of which names one.
var unions = map[string]string{"united kingdom": "uk", "united states": "us", "united nations": "un", "european union": "eu"}

// bare is a name without genitive and points.
func bare(w string) string {
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	return strings.ReplaceAll(w, ".", "")
}

// related: Iran and Iranian, Varland and Varlanders begin alike.
func related(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	n := 0
	for n < len(x) && x[n] == y[n] {
		n++
	}
	return n >= 4 && n >= len(x)-2 && endings[y[n:]] && endings[x[n:]]
}

var endings = func() map[string]bool {
	m := set("s a n ns an ans ian ians ia ic ese i is ish er ers y e es nese ine land landers lander no o on")
	m[""] = true
	return m
}()

// ends reports whether a name is the end of a longer one whose beginning was split off:
// Lazaro, La Zaro.
func ends(short, long string) bool {
	return len(short) >= 5 && len(long) <= 2*len(short) && strings.HasSuffix(long, short)
}

// transliterated: spellings of one name share their consonants, up to a few
// that scripts confuse.
func transliterated(x, y string) bool {
	a, b := skeleton(x), skeleton(y)
	return a == b && (len(a) >= 2 && x[0] == y[0] || len(a) >= 4) && 2*levenshtein.ComputeDistance(x, y) <= max(len(x), len(y))
}

var skeletonOf = strings.NewReplacer("sch", "s", "shch", "s", "tch", "c", "ch", "c", "tz", "s", "ts", "s", "sh", "s", "zh", "s", "kh", "", "ph", "f", "gkh", "g", "gh", "g", "ck", "k", "qu", "k", "x", "ks", "q", "k", "w", "v", "j", "y", "dj", "s", "z", "s", "h", "")

// skeleton is a name's consonants.
func skeleton(w string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range skeletonOf.Replace(w) {
		if strings.ContainsRune("aeiouy'-.", r) || r == last {
			continue
		}
		if r == 'c' {
			r = 'k'
		}
		b.WriteRune(r)
		last = r
	}
	return b.String()
}
