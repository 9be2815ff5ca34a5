package speech

import (
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/quoteprov/quoteprov/text"
)

// Turns finds the turns of a transcript. It takes time in proportion to the
// document.
func Turns(d *text.Document) []Turn { return TurnsWith(d, nil) }

// TurnsWith is [Turns] where the caller knows who some labels stand for: names
// leads from a label ("SPEAKER_01", "The President"), in capitals or not, to the
// speaker's name.
func TurnsWith(d *text.Document, names map[string]string) []Turn {
	if len(d.Blocks) == 0 {
		return nil
	}
	sole, after := soleSpeaker(d)
	turns, labels := voices(d), []labelled(nil)
	if turns == nil {
		labels = labelsOf(d)
		labels = slices.DeleteFunc(labels, func(l labelled) bool { return inPost(d.Posts, l.span.Start) })
		turns = posted(spoken(d, labels, sole, after), d.Posts)
	}
	rename(d, turns, names)
	tell(turns)
	turns = slices.Clone(readAloud(d, turns, labels)) // without the room for more: turns are kept
	cite(d, turns)
	return turns
}

// rename gives turns the speakers that the caller knows by their labels.
func rename(d *text.Document, turns []Turn, names map[string]string) {
	if len(names) == 0 {
		return
	}
	known := map[string]string{}
	for label, name := range names {
		known[foldLabel(label)] = name
	}
	for i := range turns {
		t := &turns[i]
		for _, label := range [...]string{plain(d.Read(t.Label)), t.Speaker} {
			if name, ok := known[foldLabel(label)]; ok && label != "" {
				t.Speaker = name
				break
			}
		}
	}
}

// tell says of each turn whether its speaker is named.
func tell(turns []Turn) {
	known := map[string]bool{}
	for i := range turns {
		named, ok := known[turns[i].Speaker]
		if !ok {
			named = isNamed(turns[i].Speaker)
			known[turns[i].Speaker] = named
		}
		turns[i].Named = named
	}
}

func foldLabel(s string) string {
	return strings.ToLower(strings.Trim(strings.Join(strings.Fields(s), " "), ".:;—–- "))
}

// isNamed reports whether a speaker is a person whom a name tells from others.
func isNamed(speaker string) bool {
	n := parseName(speaker)
	return len(n.parts) > 0 && !n.body
}

// Who is the speaker of byte at of the transcript and, where the words are
// somebody's whom another one cites or reads out, who that other one is.
func Who(turns []Turn, at int) (speaker, via string) {
	i := sort.Search(len(turns), func(i int) bool { return turns[i].Span.End > at })
	if i == len(turns) || turns[i].Span.Start > at {
		return "", ""
	}
	t := turns[i]
	for _, c := range t.Cited {
		if c.Span.Start <= at && at < c.Span.End {
			return c.Speaker, t.Speaker
		}
	}
	return t.Speaker, t.Via
}

// inPost reports whether byte at stands in one of the posts.
func inPost(posts []text.Post, at int) bool {
	i := sort.Search(len(posts), func(i int) bool { return posts[i].Span.End > at })
	return i < len(posts) && posts[i].Span.Start <= at
}

// posted lays the posts of a thread over the turns of what stands between them.
func posted(turns []Turn, posts []text.Post) []Turn {
	if len(posts) == 0 {
		return turns
	}
	var out []Turn
	post := func() {
		p := posts[0]
		out = append(out, Turn{Speaker: p.Author, Label: p.Label, Span: p.Span, Written: p.Written})
		posts = posts[1:]
	}
	for _, t := range turns {
		for len(posts) > 0 && posts[0].Span.Start < t.Span.End {
			end := posts[0].Span.End
			if before := t; t.Span.Start < posts[0].Span.Start {
				before.Span.End = posts[0].Span.Start
				out = append(out, before)
			}
			post()
			t.Span.Start, t.Label = max(t.Span.Start, end), text.Span{}
		}
		if t.Span.Start < t.Span.End {
			out = append(out, t)
		}
	}
	for len(posts) > 0 {
		post()
	}
	return out
}

// voices makes the turns of captions that name their voices.
func voices(d *text.Document) []Turn {
	var out []Turn
	named := false
	for _, a := range d.Anchors {
		named = named || a.Voice != ""
	}
	if !named {
		return nil
	}
	for _, a := range d.Anchors {
		if n := len(out); n > 0 && (out[n-1].Speaker == a.Voice || a.Voice == "") {
			out[n-1].Span.End = max(out[n-1].Span.End, a.Span.End)
			continue
		}
		if n := len(out); n > 0 {
			out[n-1].Span.End = a.Span.Start
		}
		out = append(out, Turn{Speaker: a.Voice, Span: a.Span})
	}
	return out
}

// spoken makes turns of labels. What stands before the first one belongs to
// the sole speaker, if the document names one.
func spoken(d *text.Document, labels []labelled, sole string, after int) []Turn {
	end := d.Blocks[len(d.Blocks)-1].Span.End
	begin := start(d, after)
	var out []Turn
	if len(labels) == 0 || sole != "" && labels[0].span.Start > begin {
		out = append(out, Turn{Speaker: sole, Span: text.Span{Start: begin, End: end}})
	}
	if len(labels) == 0 {
		if asked := boldQuestions(d, begin, end, sole); asked != nil {
			return asked
		}
	}
	names := newResolver(d, labels, sole)
	asks := "" // who examines a witness
	for _, l := range labels {
		if n := len(out); n > 0 {
			if out[n-1].Span.Start >= l.span.Start {
				continue
			}
			out[n-1].Span.End = l.span.Start
		}
		who := names.full(l.name)
		c := english.class(l.name)
		switch {
		case l.form == "examination":
			asks = who
		case asks != "" && c&questionLabel != 0:
			who = asks
		}
		out = append(out, Turn{Speaker: who, Label: l.span, Span: text.Span{Start: l.span.Start, End: max(end, l.span.End)}})
	}
	return out
}

// mostSubheads is how many bold questions are subheads of an article of which
// nobody is known to be interviewed.
const mostSubheads = 4

// Asker is the speaker of turns that ask and whose label names nobody: “Q:”, bold questions.
const Asker = "Question"

// boldQuestions makes the turns of an interview without labels whose questions
// are set in bold: two blocks at least that are bold throughout and ask.
func boldQuestions(d *text.Document, begin, end int, sole string) (out []Turn) {
	asked, bold := 0, 0
	for _, b := range d.Blocks {
		if b.Span.Start < begin {
			continue
		}
		for bold < len(d.Bold) && d.Bold[bold].End < b.Span.End {
			bold++
		}
		who := sole
		if bold < len(d.Bold) && d.Bold[bold].Start <= b.Span.Start && strings.HasSuffix(strings.TrimSpace(d.Read(b.Span)), "?") {
			who = Asker
			asked++
		}
		if n := len(out); n > 0 && out[n-1].Speaker == who {
			continue
		} else if n > 0 {
			out[n-1].Span.End = b.Span.Start
		}
		at := b.Span.Start
		out = append(out, Turn{
			Speaker: who, Label: text.Span{Start: at, End: at}, Span: text.Span{Start: at, End: end},
		})
	}
	if asked < 2 || sole == "" && asked < mostSubheads {
		return nil
	}
	return out
}

// start is where the words of a transcript without labels begin: after its
// title, its headings and the line that names the speaker.
func start(d *text.Document, after int) int {
	for b := after; b < len(d.Blocks); b++ {
		s := d.Blocks[b].Span
		if d.Blocks[b].Kind != text.Heading && !d.Meta.TitleSpan.Contains(s) && !(d.Meta.BylineSpan.Len() > 0 && s.Contains(d.Meta.BylineSpan)) {
			return s.Start
		}
	}
	return d.Blocks[0].Span.Start
}

// A resolver leads labels to full names: of other labels, and of the people the
// document's head names.
type resolver struct {
	people *register
	known  map[string]string // the full names of labels
	sole   string            // the only one who speaks; or empty
}

// headBlocks is how many blocks are read for the people whom a document names.
const headBlocks = 60

func newResolver(d *text.Document, labels []labelled, sole string) *resolver {
	r := &resolver{newRegister(), offices(labels), sole}
	maps.Copy(r.known, cast(d, labels))
	if only := onlyUnknown(labels); sole != "" && only != "" && r.known[only] == "" {
		r.known[only] = sole
	}
	added := map[string]bool{}
	for _, l := range labels {
		if n := parseName(l.name); len(n.parts) > 1 && !n.body && !added[l.name] {
			r.people.add(person{full: titleless(l.name), name: n})
		}
		added[l.name] = true
	}
	for b := range d.Blocks[:min(len(d.Blocks), headBlocks)] {
		r.people.read(d, d.Blocks[b].Words)
	}
	return r
}

// full is the full name of whom a label means.
func (r *resolver) full(label string) string {
	if r.known[label] == "" {
		r.known[label] = r.meant(label)
	}
	return r.known[label]
}

func (r *resolver) meant(of string) string {
	c, last := english.class(of), lastWord(of)
	n := parseName(of)
	id := r.people.find(n)
	nameless := len(n.parts) == 0
	switch {
	case c&answerLabel != 0 && r.sole != "":
		return r.sole
	case nameless && r.people.bearer(last) != "":
		return r.people.bearer(last)
	case c&questionLabel != 0:
		return Asker
	case c&answerLabel != 0:
		return "Answer"
	case id >= 0:
		return r.people.people[id].full
	case r.sole != "" && nameless && (c|english.class(last))&label == 0 && english.class(last)&role != 0:
		return r.sole
	case isNamed(of) && english.class(last)&(suffix|role|label) == 0:
		return titleless(of)
	}
	return of
}

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

// titleless is a label without the titles before the name.
func titleless(s string) string {
	words := withoutOffice(strings.Fields(s))
	for len(words) > 1 {
		c := english.class(trimWord(words[0]))
		led := c&particle != 0 && len(words) > 2 && english.class(words[1])&(labelTitle|honorific) != 0 // "La señora Lund"
		if !led && (c&(honorific|labelTitle|title|role|determiner) == 0 && !(c&label != 0 && len(words) > 2) || c&(givenMale|givenFemale) != 0) {
			break
		}
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// soleSpeaker is the only speaker that the document's data, title or head
// names ("Remarks by X", "X speaks at …"), and the first block after that.
func soleSpeaker(d *text.Document) (name string, after int) {
	name = d.Meta.Speaker
	alone := "" // a name that is the whole title
	for b := 0; b < min(len(d.Blocks), 10); b++ {
		blk := d.Blocks[b]
		if blk.Span.Len() > 300 || blk.Words.Len() == 0 || stopped(d.Read(blk.Span)) {
			continue
		}
		if n := occasionOf(d, b); n != "" {
			if name == "" {
				name = n
			}
			after = b + 1
		}
		if who := signed(d.Read(blk.Span)); b == 0 && name == "" && likelyPerson(who) && !furnished(who) {
			alone = who
		}
	}
	if name == "" {
		name = alone
	}
	return name, after
}

// likelyPerson reports whether a name begins as those of people do: a title of
// a page, such as "Catering Tips", looks like a name as well.
func likelyPerson(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return english.class(trimWord(first))&(givenMale|givenFemale|honorific|labelTitle|title|role) != 0
}

// furnished reports whether a line has a word that is no part of a name: "DIRECT
// EXAMINATION".
func furnished(t string) bool {
	for _, w := range strings.Fields(t) {
		if english.class(trimWord(w))&(noLabel|placeWord|place|body) != 0 {
			return true
		}
	}
	return false
}

// occasionOf is who speaks by a heading such as "Remarks by Minister X at Y".
func occasionOf(d *text.Document, b int) string {
	p := passageOf(d, b, nil, 0, 0, nil)
	for i := range p.items {
		if p.items[i].class&occasion == 0 {
			continue
		}
		for j := i + 1; j < min(i+5, len(p.items)); j++ {
			if p.isWord(j, "by") || p.isWord(j, "of") || p.isWord(j, "with") || p.isWord(j, "from") {
				if m, _ := p.right(j+1, len(p.items)); p.person(m) {
					name, _, _ := strings.Cut(m.name, " By ") // whose line follows
					return name
				}
			}
		}
		if i == 0 {
			continue
		}
		if m := p.left(i-1, 0); p.person(m) {
			return m.name
		}
		if b := p.runBefore(i); possessive(p.text(i-1)) && i-b > 1 { // "Minister Ada Lund's remarks"
			if name := p.bareName(b, i); len(parseName(name).parts) > 1 && personal(name) {
				return name
			}
		}
	}
	return ""
}

// person reports whether a mention names a person in full, or with a title.
func (p *passage) person(m mention) bool {
	if m.how != ByName || !m.ok() || !personal(m.name) {
		return false
	}
	return len(parseName(m.name).parts) > 1 || m.name != p.d.Read(m.span)
}

// runBefore is where the capitalised words begin that end before item i.
func (p *passage) runBefore(i int) int {
	for i > 0 && p.items[i-1].cap && joined(p.items[i].gap) {
		i--
	}
	return i
}

// bearer is the one person of the register who bears the role w.
func (r *register) bearer(w string) string {
	w = strings.ToLower(w)
	full := ""
	for i := range r.people {
		if !has(r.people[i].roles, w) {
			continue
		}
		if full != "" {
			return ""
		}
		full = r.people[i].full
	}
	return full
}
