package provenance

import (
	"slices"
	"strconv"
	"strings"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/lexicon"
	"github.com/quoteprov/quoteprov/text"
)

// vagueNumbers are counts that name an order of magnitude.
var vagueNumbers = set("dozens scores hundreds thousands millions billions trillions tens")

// spelledAmounts are amounts that are words of their own.
var spelledAmounts = map[string]string{"half": "0.5", "halves": "0.5", "dozen": "12", "quarter": "0.25", "quarters": "0.25", "double": "2", "twice": "2", "triple": "3", "thrice": "3", "tripled": "3", "doubled": "2", "couple": "2", "pair": "2", "both": "2", "fortnight": "14", "nil": "0", "decade": "10", "century": "100"}

// weakAmounts may stand where the other side has no number: one of us, half of
// the time, first of all.
var weakAmounts = set("1 1th 0.5 0.25 2 2th 3th 0")

// numbers compares the numbers of both sides.
func (p *pairing) numbers() {
	q, s := p.amounts(p.report, p.q), p.amounts(p.transcript, p.s)
	p.cutNumbers(q, s)
	p.settle(Number, q, p.withNeighbours(q, s), sameAmount)
	if !p.literal {
		p.clashFar(q, s)
	}
	for _, f := range q {
		if !f.found && !p.toldAt(p.q, f.at) && !copied(p.q, f.at) {
			p.newAmount(f)
		}
	}
	for _, f := range s {
		if !f.found && p.literal && !f.weak && p.held(f.at) && !copied(p.s, f.at) {
			p.tell(Omission, Major, p.gapFor(f.at), f.at)
		}
	}
}

// withNeighbours marks the numbers of a translation that the transcript has in
// the sentence before or after: translators move them across.
func (p *pairing) withNeighbours(q, s []fact) []fact {
	if p.literal || len(p.s) == 0 {
		return s
	}
	for _, r := range p.neighbours() {
		around := &pairing{comparison: p.comparison, words: p.words}
		around.readSentence(r)
		for _, b := range around.amounts(p.transcript, around.s) {
			for i := range q {
				if !sameAmount(q[i], b) || slices.ContainsFunc(s, func(f fact) bool { return sameAmount(q[i], f) }) {
					continue
				}
				q[i].found, q[i].mate = true, -1
			}
		}
	}
	return s
}

// neighbours are the words of the sentences before and after those that the
// source takes in.
func (p *pairing) neighbours() []text.Range {
	var out []text.Range
	if n := p.sentenceOf(0); n > 0 {
		r := p.transcript.Sentences[n-1].Words
		out = append(out, text.Range{Start: max(r.Start, r.End-reach), End: r.End})
	}
	if n := p.sentenceOf(len(p.s) - 1); n+1 < len(p.transcript.Sentences) {
		r := p.transcript.Sentences[n+1].Words
		out = append(out, text.Range{Start: r.Start, End: min(r.End, r.Start+reach)})
	}
	return out
}

// cutNumbers marks a number at either end of the quote that the cut itself has
// parted: of "1.2 billion crowns" only "billion crowns" is quoted.
func (p *pairing) cutNumbers(q, s []fact) {
	for i := range q {
		if !copied(p.q, q[i].at) || q[i].at.Start > 0 && q[i].at.End < len(p.q) {
			continue
		}
		lo, hi := p.q[q[i].at.Start].mates[0].at, p.q[q[i].at.End-1].mates[0].at
		for j := range s {
			if at := s[j].at; lo == at.Start && hi < at.End-1 && q[i].at.End == len(p.q) || hi == at.End-1 && lo > at.Start && q[i].at.Start == 0 {
				q[i].found, q[i].mate, s[j].found = true, -1, true
			}
		}
	}
}

// clashFar reports numbers of a translation that are left over on both sides,
// wherever they stand: what says nothing alone ("one of us") only near by.
func (p *pairing) clashFar(q, s []fact) {
	for i := range q {
		for j := range s {
			weak := q[i].weak || s[j].weak
			if q[i].found || s[j].found || weak && p.distance(q[i], s[j]) > 4 && !p.sameHead(q[i], s[j]) || q[i].weak && s[j].weak && !p.sameHead(q[i], s[j]) {
				continue
			}
			q[i].found, s[j].found = true, true
			p.tell(Number, Major, q[i].at, s[j].at)
		}
	}
}

// sameHead reports whether two numbers count things that are paired.
func (p *pairing) sameHead(a, b fact) bool {
	i, j := headAfter(p.q, a.at.End), headAfter(p.s, b.at.End)
	return i >= 0 && j >= 0 && p.pairedIn(i, one(j))
}

// newAmount is a number that the source has none for. In a translation small
// ones come and go (both, the two).
func (p *pairing) newAmount(f fact) {
	if !p.literal && (f.weak || !vagueNumbers[f.value] && !p.countsKnown(f)) {
		return
	}
	p.tell(Insertion, Major, f.at, p.gapAt(f.at))
}

// countsKnown reports whether what a number of the quote counts is in the
// source, without a number there.
func (p *pairing) countsKnown(f fact) bool {
	head := headAfter(p.q[:min(len(p.q), f.at.End+2)], f.at.End)
	if head < 0 || len(p.q[head].mates) == 0 || p.q[head].mates[0].why > align.Synonym {
		return false
	}
	j := p.q[head].mates[0].at
	for k := max(0, j-4); k < j; k++ {
		if isAmount(p.s[k].text) || isDigit(p.s[k].norm) {
			return false
		}
	}
	return true
}

// toldAt reports whether every atom of r is accounted for.
func (p *pairing) toldAt(atoms []atom, r text.Range) bool {
	for _, a := range atoms[r.Start:r.End] {
		if !a.told {
			return false
		}
	}
	return true
}

// held reports whether source atoms lie within the match and are not yet
// accounted for.
func (p *pairing) held(r text.Range) bool {
	return p.s[r.Start].inside && p.s[r.End-1].inside && !p.toldAt(p.s, r)
}

// gapAt is the gap of the source where atoms r of the quote would stand.
func (p *pairing) gapAt(r text.Range) text.Range {
	for _, h := range p.holes {
		if overlap(h.q, r) {
			return text.Range{Start: h.s.Start, End: h.s.Start}
		}
	}
	at := min(max(0, p.expect(r.Start)), len(p.s))
	return text.Range{Start: at, End: at}
}

// gapFor is the gap of the quote where atoms r of the source are left out.
func (p *pairing) gapFor(r text.Range) text.Range {
	for _, h := range p.holes {
		if overlap(h.s, r) {
			return text.Range{Start: h.q.Start, End: h.q.Start}
		}
	}
	return text.Range{Start: len(p.q), End: len(p.q)}
}

// amounts are the numbers of one side: figures and number words over any
// number of words, fractions, and counts like dozens.
func (p *pairing) amounts(d *text.Document, atoms []atom) []fact {
	var out []fact
	for i := 0; i < len(atoms); {
		r := stretch(atoms, i)
		for _, t := range p.words.Terms(nil, d, text.Range{Start: atoms[i].word, End: atoms[r-1].word + 1}) {
			fs := p.amount(d, t, atoms, i, r)
			if n := len(out); n > 0 && len(fs) > 0 && fs[0].at.Start < out[n-1].at.End {
				continue // the trillion of 9 trillion
			}
			out = append(out, fs...)
		}
		i = r
	}
	return out
}

// stretch is the end of the run of atoms from i on whose words follow each other.
func stretch(atoms []atom, i int) int {
	for i++; i < len(atoms) && atoms[i].word <= atoms[i-1].word+1; i++ {
	}
	return i
}

// amount reads a term of atoms[lo:hi] as a number.
func (p *pairing) amount(d *text.Document, t lexicon.Term, atoms []atom, lo, hi int) []fact {
	first := func(a atom, word int) int { return a.word - word }
	var at text.Range
	at.Start, _ = slices.BinarySearchFunc(atoms[lo:hi], int(t.Word), first)
	at.End, _ = slices.BinarySearchFunc(atoms[lo:hi], int(t.Word+t.Words), first)
	at.Start, at.End = at.Start+lo, at.End+lo
	if at.Len() == 0 || atoms[at.Start].told {
		return nil
	}
	w, form := atoms[at.Start].text, p.words.Form(t.ID)
	switch {
	case !p.literal && partOfName(d, atoms, at.Start):
		return nil
	case strings.Contains(w, ":") && isDigit(w):
		return clock(w, at, atoms)
	case form.Number && timeUnit(atoms, at):
		return nil
	case form.Number:
		f := fact{value: form.Text, at: at, weak: weakAmounts[form.Text] && !isDigit(w)}
		return []fact{shortYear(d, atoms, hour(percentage(scaled(f, atoms), atoms), atoms))}
	case vagueNumbers[w] && (w != "scores" && w != "tens" || wordAt(atoms, at.End) == "of"):
		return []fact{{value: w, at: withOf(atoms, at)}}
	case spelledAmounts[w] != "":
		return []fact{{value: spelledAmounts[w], at: at, weak: true}}
	case isDigit(w):
		return []fact{attached(w, at)}
	}
	return nil
}

// partOfName: the 19 of COVID-19 and the 2M of BMP-2M count nothing.
func partOfName(d *text.Document, atoms []atom, i int) bool {
	if i == 0 {
		return false
	}
	end, start := d.Words[atoms[i-1].word].End, d.Words[atoms[i].word].Start
	return atoms[i-1].upper && end+1 == start && d.Text[end] == '-'
}

// zeros is how many zeros an abbreviation of a number stands for.
var zeros = map[string]int{"k": 3, "m": 6, "mn": 6, "mln": 6, "million": 6, "bn": 9, "bln": 9, "b": 9, "billion": 9, "tn": 12, "tln": 12, "trn": 12, "trillion": 12, "thousand": 3}

// scaled takes along an abbreviated scale: 4 mln.
func scaled(f fact, atoms []atom) fact {
	w := strings.Trim(wordAt(atoms, f.at.End), ".")
	if n := zeros[w]; n > 0 && isDigit(atoms[f.at.Start].text) && len(w) > 1 {
		return fact{value: shift10(f.value, n), at: text.Range{Start: f.at.Start, End: f.at.End + 1}}
	}
	return f
}

// attached reads a number with letters behind it: 4mln, 10k, 2M.
func attached(w string, at text.Range) fact {
	n := strings.TrimRight(w, "abcdefghijklmnopqrstuvwxyz.")
	if z := zeros[w[len(n):]]; z > 0 {
		return fact{value: shift10(strings.ReplaceAll(n, ",", ""), z), at: at}
	}
	if len(n) < len(w) && len(n) > 2 {
		w = strings.ReplaceAll(n, ",", "") // 820,000kw
	}
	return fact{value: strings.Trim(w, "."), at: at}
}

// shift10 multiplies a number in digits by ten to the n.
func shift10(value string, n int) string {
	whole, part, _ := strings.Cut(value, ".")
	part += strings.Repeat("0", n)
	out := whole + part[:n]
	if rest := strings.TrimRight(part[n:], "0"); rest != "" {
		out += "." + rest
	}
	if out = strings.TrimLeft(out, "0"); out == "" {
		return "0"
	}
	return out
}

// clock reads 13:47 as a time of day; a score, 2:1, as two numbers.
func clock(w string, at text.Range, atoms []atom) []fact {
	h, m, _ := strings.Cut(w, ":")
	if len(m) != 2 {
		return []fact{{value: h, at: at}, {value: m, at: at}}
	}
	n, _ := strconv.Atoi(h)
	return []fact{{value: timeOfDay(n, m, wordAt(atoms, at.End)), at: at}}
}

// hour reads "2 pm" as a time of day.
func hour(f fact, atoms []atom) fact {
	n, err := strconv.Atoi(f.value)
	if half := strings.Trim(wordAt(atoms, f.at.End), "."); err == nil && n <= 12 && (isHalf(half) || half == "o'clock") {
		f.value = timeOfDay(n, "00", half)
	}
	return f
}

func isHalf(w string) bool {
	switch strings.Trim(w, ".") {
	case "am", "pm", "a.m", "p.m":
		return true
	}
	return false
}

func timeOfDay(h int, m, half string) string {
	if strings.HasPrefix(half, "p") && isHalf(half) && h < 12 {
		h += 12
	}
	return strconv.Itoa(h) + ":" + m
}

// shortYear reads the 22 of 2021–22 as 2022.
func shortYear(d *text.Document, atoms []atom, f fact) fact {
	i := f.at.Start
	if i == 0 || len(f.value) != 2 || len(atoms[i-1].text) != 4 || !isDigit(atoms[i-1].text) {
		return f
	}
	switch d.Text[d.Words[atoms[i-1].word].End:d.Words[atoms[i].word].Start] {
	case "-", "–", "/":
		f.value = atoms[i-1].text[:2] + f.value
	}
	return f
}

func isDigit(w string) bool { return w != "" && w[0] >= '0' && w[0] <= '9' }

// timeUnit: "a second", "seconds" count time, not order.
func timeUnit(atoms []atom, at text.Range) bool {
	return at.Len() == 1 && atoms[at.Start].text == "second" && at.Start > 0 && (atoms[at.Start-1].text == "a" || atoms[at.Start-1].text == "per")
}

// withOf takes "of" along: hundreds of.
func withOf(atoms []atom, at text.Range) text.Range {
	if at.End < len(atoms) && atoms[at.End].text == "of" {
		at.End++
	}
	return at
}

// percentage: a percentage equals the fraction, half is 50 percent.
func percentage(f fact, atoms []atom) fact {
	if f.at.End < len(atoms) && f.value == "50" {
		if t := atoms[f.at.End].text; t == "%" || t == "percent" || t == "per" {
			f.value = "0.5"
		}
	}
	return f
}

func sameAmount(a, b fact) bool {
	x, y := strings.TrimSuffix(a.value, ":00"), strings.TrimSuffix(b.value, ":00")
	return x == y || strings.TrimSuffix(a.value, "th") == strings.TrimSuffix(b.value, "th")
}
