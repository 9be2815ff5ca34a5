package provenance

import (
	"cmp"
	"slices"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/absence"
	"github.com/quoteprov/quoteprov/internal/english"
	"github.com/quoteprov/quoteprov/internal/pairing"
	"github.com/quoteprov/quoteprov/internal/reading"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// A group is sentences of both versions that are linked, directly or through others.
type group struct {
	old, new []int
	weight   int
	sense    bool // a link of it was found through other words
	shifted  bool
}

// groups are the linked sentences, in the order of the new ones.
func (v *versions) groups() []group {
	of := map[int]int{} // the group of an old sentence
	var out []group
	at := -1 // the group of the new sentence
	for i, l := range v.links {
		if i == 0 || v.links[i-1].new != l.new {
			at = -1
		}
		g, known := of[l.old]
		switch {
		case at < 0 && !known:
			at, out = len(out), append(out, group{})
		case at < 0:
			at = g
		case known && g != at:
			out[at], out[g] = joinGroups(out[at], out[g]), group{}
			for _, o := range out[at].old {
				of[o] = at
			}
		}
		of[l.old] = at
		x := &out[at]
		x.old, x.new = with(x.old, l.old), with(x.new, l.new)
		x.weight, x.sense = x.weight+l.weight, x.sense || l.sense
	}
	return slices.DeleteFunc(out, func(g group) bool { return len(g.new) == 0 })
}

func joinGroups(a, b group) group {
	a.weight, a.sense = a.weight+b.weight, a.sense || b.sense
	for _, o := range b.old {
		a.old = with(a.old, o)
	}
	for _, n := range b.new {
		a.new = with(a.new, n)
	}
	return a
}

// with is a sorted list with x.
func with(list []int, x int) []int {
	i, has := slices.BinarySearch(list, x)
	if has {
		return list
	}
	return slices.Insert(list, i, x)
}

// markShifted marks the groups that are out of the order of the others.
func markShifted(groups []group) {
	links := make([]link, len(groups))
	for i, g := range groups {
		links[i] = link{old: g.old[0], new: g.new[0], weight: g.weight}
	}
	slices.SortFunc(links, byNew)
	home := map[int]bool{}
	for _, l := range chain(links) {
		home[l.new] = true
	}
	for i := range groups {
		groups[i].shifted = !home[groups[i].new[0]]
	}
}

// passages are the groups and the sentences without a link, in the order of the new
// version; what is only old stands behind what it followed.
func (v *versions) passages() []Passage {
	type placed struct {
		at, old int // the new sentence before which it stands, and its own old one
		Passage
	}
	groups := v.groups()
	markShifted(groups)
	var list []placed
	after := make([]int, len(v.old.sentences)+1) // of each old sentence: where one behind it would stand
	for _, g := range groups {
		if !g.shifted {
			after[g.old[len(g.old)-1]+1] = g.new[len(g.new)-1] + 1
		}
		list = append(list, placed{g.new[0], g.old[0], v.passage(g)})
	}
	for i := range after[1:] {
		after[i+1] = max(after[i+1], after[i])
	}
	for _, n := range v.new.unlinked() {
		list = append(list, placed{n, len(after), v.passage(group{new: []int{n}})})
	}
	for _, o := range v.old.unlinked() {
		list = append(list, placed{after[o], o - len(after), v.passage(group{old: []int{o}})})
	}
	slices.SortStableFunc(list, func(a, b placed) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.old, b.old))
	})
	out := make([]Passage, len(list))
	for i, p := range list {
		out[i] = p.Passage
	}
	return out
}

// passage is a group of sentences as a passage, without its verdict.
func (v *versions) passage(g group) Passage {
	p := Passage{Shifted: g.shifted, Old: v.old.spans(g.old), New: v.new.spans(g.new)}
	p.OldSpeaker, p.Speaker = speakerAt(v.old.transcripts[0], p.Old), speakerAt(v.new.transcripts[0], p.New)
	switch {
	case len(g.old) == 0:
		p.Fate = OnlyNew
	case len(g.new) == 0:
		p.Fate = OnlyOld
	case v.equal(g) && g.shifted:
		p.Fate = Moved
	case v.equal(g) && len(g.old) == len(g.new):
		p.Fate = Kept
	case len(g.old) == 1 && len(g.new) > 1:
		p.Fate = Split
	case len(g.new) == 1 && len(g.old) > 1:
		p.Fate = Merged
	case g.sense:
		p.Fate = Retold
	default:
		p.Fate = Changed
	}
	return p
}

// spans are the places of sentences.
func (v *version) spans(sentences []int) (out []text.Span) {
	for _, n := range sentences {
		out = append(out, v.span(n))
	}
	return out
}

// equal reports whether the words of both sides of a group are the same.
func (v *versions) equal(g group) bool {
	return slices.Equal(v.old.wordsOf(g.old), v.new.wordsOf(g.new))
}

func (v *version) wordsOf(sentences []int) (out []string) {
	for _, n := range sentences {
		out = append(out, v.words[v.sentences[n].Start:v.sentences[n].End]...)
	}
	return out
}

// judge gives each passage its verdict and its differences. Those that have a
// counterpart are claims whose place is known.
func (v *versions) judge(passages []Passage) {
	d := *v.new.doc
	d.Meta.Published = "" // no version is too old for another
	v.report.Document = &d
	var at []int
	for i, p := range passages {
		if len(p.Old) > 0 && len(p.New) > 0 && !v.written(p) {
			at = append(at, i)
			q := speech.Quote{Spans: joinedUp(&d, p.New)}
			v.report.Findings = append(v.report.Findings, Finding{Claim: Claim{Quote: q}})
		}
	}
	v.report.each(func(i int, f *Finding) { f.Matches = []Match{v.match(passages[at[i]])} })
	v.settle()
	for i, f := range v.report.Findings {
		p := &passages[at[i]]
		p.Verdict, p.Differences = f.Verdict, f.Differences
		if p.Fate == Retold && len(f.Matches) > 0 && f.Matches[0].Close {
			p.Fate = Changed
		}
	}
	for i := range passages {
		v.conclude(&passages[i])
	}
}

// joinedUp are spans of which those that stand side by side are one.
func joinedUp(d *text.Document, spans []text.Span) []text.Span {
	out := slices.Clone(spans[:1])
	for _, s := range spans[1:] {
		last := &out[len(out)-1]
		if d.WordsIn(text.Span{Start: last.End, End: s.Start}).Len() == 0 {
			*last = last.Cover(s)
		} else {
			out = append(out, s)
		}
	}
	return out
}

// written reports whether a passage is written alike on both sides, but for marks.
func (v *versions) written(p Passage) bool {
	read := func(d *text.Document, spans []text.Span) (out []string) {
		for _, s := range spans {
			for r := d.WordsIn(s); r.Start < r.End; r.Start++ {
				out = append(out, english.Lower(d.Word(r.Start)))
			}
		}
		return out
	}
	return slices.Equal(read(v.old.doc, p.Old), read(v.new.doc, p.New))
}

// settle judges the findings as those of a report that quotes the old version.
func (v *versions) settle() {
	j := &judging{Checker: v.old.Checker, r: v.report, copies: true, home: absence.Nowhere}
	j.quoted, j.ties = make([]int, 1), make([]*pairing.Pairing, len(v.report.Findings))
	v.report.retold, j.free = j.retells()
	v.report.each(j.settle)
}

// match is the place of a passage in the old version, with its words paired: as they
// are where a search finds them there, or by the words that stayed.
func (v *versions) match(p Passage) Match {
	d, old := v.new.doc, v.old.doc
	m := align.Match{Spans: joinedUp(old, p.Old), Score: 1, Margin: 1, Accepted: true}
	same, words := 0, 0
	var stayed []align.Pair
	for _, s := range p.New {
		for r := d.WordsIn(s); r.Start < r.End; r.Start++ {
			words++
			if o := v.mates[r.Start]; o >= 0 && inside(p.Old, old.Words[o].Span()) {
				same++
				stayed = append(stayed, align.Pair{Quote: r.Start, Source: o, Likeness: 1, Why: align.Same})
			}
		}
	}
	m.Exact = 3*same >= 2*words
	m.Pairs = v.searched(p, stayed)
	return Match{Match: m, Close: m.Exact}
}

// inside reports whether one of the spans holds s.
func inside(spans []text.Span, s text.Span) bool {
	return slices.ContainsFunc(spans, func(x text.Span) bool { return x.Contains(s) })
}

// searched are the pairs of the place that a search finds in the old sentences of a
// passage, if they are more than the words that stayed.
func (v *versions) searched(p Passage, stayed []align.Pair) []align.Pair {
	old := v.old.doc
	best := stayed
	q := align.Query{Document: v.new.doc, Spans: p.New, Context: coverOf(p.New)}
	for _, m := range v.old.find(q) {
		pairs := slices.DeleteFunc(m.Pairs, func(x align.Pair) bool {
			return !inside(p.Old, old.Words[x.Source].Span())
		})
		if !m.ByContext && tied(pairs) >= tied(best) {
			best = pairs
			break
		}
	}
	return best
}

// tied counts the words that have a counterpart which says the same.
func tied(pairs []align.Pair) int {
	n, last := 0, -1
	for _, p := range pairs {
		if p.Why < align.Clash && p.Quote != last {
			n, last = n+1, p.Quote
		}
	}
	return n
}

// conclude tells of a passage what no comparison of its words does.
func (v *versions) conclude(p *Passage) {
	switch {
	case len(p.Old) == 0:
		p.Verdict = Unsupported
		p.Differences = []Difference{v.whole(Insertion, v.new.doc, p.New, p)}
		return
	case len(p.New) == 0:
		p.Differences = []Difference{v.whole(Omission, v.old.doc, p.Old, p)}
		return
	case p.Verdict == "":
		p.Verdict = Verbatim
	case p.Verdict == Verbatim && len(p.Differences) == 0:
		if p.Differences = v.plain(p); len(p.Differences) > 0 {
			p.Verdict = Edited
		}
	}
	if p.Shifted {
		p.Differences = append([]Difference{v.difference(Move, Minor, p)}, p.Differences...)
	}
	if p.Verdict != Verbatim && len(p.Differences) == 0 { // retold, and nothing turned
		p.Differences = []Difference{v.difference(Substitution, Minor, p)}
	}
	if changedHands(p.OldSpeaker, p.Speaker) {
		p.Verdict = Altered
		p.Differences = append(p.Differences, Difference{
			Kind: Attribution, Severity: Major, Confidence: 1,
			Report: labelOf(v.new.transcripts[0], p.New), Source: labelOf(v.old.transcripts[0], p.Old),
		})
	}
}

// plain are the words of a passage that were put in, left out or exchanged, where no
// comparison makes anything of them: as a quote, it would leave out nothing that
// counts.
func (v *versions) plain(p *Passage) (out []Difference) {
	old, new := v.old.doc.WordsIn(coverOf(p.Old)), v.new.doc.WordsIn(coverOf(p.New))
	for _, e := range align.Diff(v.old.words[old.Start:old.End], v.new.words[new.Start:new.End]).Edits {
		kind := Substitution
		switch {
		case e.Old.Len() == 0:
			kind = Insertion
		case e.New.Len() == 0:
			kind = Omission
		}
		at := func(d *text.Document, first int, r text.Range) text.Span {
			return d.SpanOf(text.Range{Start: first + r.Start, End: first + r.End})
		}
		report, source := at(v.new.doc, new.Start, e.New), at(v.old.doc, old.Start, e.Old)
		out = append(out, Difference{
			Kind: kind, Severity: Minor, Report: report, Source: source, Confidence: 1,
		})
	}
	return out
}

// whole is the difference of a sentence that only one version has; one that says
// nothing of its own is minor.
func (v *versions) whole(k Kind, d *text.Document, spans []text.Span, p *Passage) Difference {
	says := slices.ContainsFunc(spans, func(s text.Span) bool { return reading.Says(d, s) })
	if !says {
		return v.difference(k, Minor, p)
	}
	return v.difference(k, Major, p)
}

func (v *versions) difference(k Kind, s Severity, p *Passage) Difference {
	return Difference{
		Kind: k, Severity: s, Report: coverOf(p.New), Source: coverOf(p.Old),
		Confidence: 1, // nobody judged it: the versions differ so
	}
}

// coverOf is the span from the first of some to the last; none is empty.
func coverOf(spans []text.Span) text.Span {
	if len(spans) == 0 {
		return text.Span{}
	}
	out := spans[0]
	for _, s := range spans[1:] {
		out = out.Cover(s)
	}
	return out
}

// changedHands reports whether words are somebody else's now.
func changedHands(was, is string) bool {
	return was != "" && is != "" && speech.Names(was, is) == speech.Different && !mayBeOne(was, is)
}
