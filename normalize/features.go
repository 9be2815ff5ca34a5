package normalize

import "strings"

// What is asked of a line of a page: what it is, what stands around it, how it
// stands to the stretch of prose that the article seems to be. Every answer is
// a small whole number, and all of them for a page take O(lines).

// A view is a page as the questions see it.
type view struct {
	t     string
	lines []line
	core  region
	in    []bool // the line is in the core or belongs to it by its words
	title int    // the line of the title, or -1
	said  region // what somebody says, in a speech

	prose    []int32 // words of prose before each line
	junk     []int32 // junk lines before it
	comments []int32 // lines of comments before it
	words    []int32 // words before it
	lastJunk []int32 // the last junk line before it, or -1
	nextJunk []int32 // the next one after it, or len(lines)
	heading  []int32 // the last heading of comments, other stories or the like before it, or -1
	run      []int32 // lines of prose on end that it is one of
	times    map[string]int32
	shared   vocabularyCounts
}

// vocabularyCounts is how often the core says each of its content words.
type vocabularyCounts map[string]int32

func newView(t string, lines []line, core region, title int) *view {
	n := len(lines) + 1
	v := &view{t: t, lines: lines, core: core, title: title, times: map[string]int32{},
		shared: vocabularyCounts{}}
	for i := core.start; i < core.end; i++ {
		v.shared.add(t, &lines[i])
	}
	v.in = members(t, lines, core, title, v.shared)
	v.prose, v.junk, v.comments, v.words = make([]int32, n), make([]int32, n), make([]int32, n), make([]int32, n)
	v.lastJunk, v.nextJunk = make([]int32, n), make([]int32, n)
	v.heading, v.run = make([]int32, n), make([]int32, n)
	last, heading := int32(-1), int32(-1)
	for i := range lines {
		l := &lines[i]
		v.lastJunk[i], v.heading[i] = last, heading
		v.prose[i+1], v.junk[i+1] = v.prose[i], v.junk[i]
		v.comments[i+1], v.words[i+1] = v.comments[i], v.words[i]+int32(l.n)
		if l.key != "" {
			v.times[l.key]++
		}
		switch {
		case l.reason != "":
			v.junk[i+1]++
			last = int32(i)
			if l.reason == "comments" {
				v.comments[i+1]++
			}
			if tailPercent[l.reason] >= 30 || l.reason == "comments" {
				heading = int32(i)
			}
		case l.prose():
			v.prose[i+1] += int32(l.n)
		}
	}
	v.lookBack()
	return v
}

// lookBack fills in what is known only from the lines after a line.
func (v *view) lookBack() {
	next := int32(len(v.lines))
	for i := len(v.lines) - 1; i >= 0; i-- {
		v.nextJunk[i] = next
		if v.lines[i].reason != "" {
			next = int32(i)
		}
	}
	for i := 0; i < len(v.lines); {
		k := i
		for k < len(v.lines) && v.isProse(k) {
			k++
		}
		for j := i; j < k; j++ {
			v.run[j] = int32(k - i)
		}
		i = max(k, i+1)
	}
}

func (v *view) isProse(i int) bool { return v.lines[i].reason == "" && v.lines[i].prose() }

func (c vocabularyCounts) add(t string, l *line) {
	for _, w := range l.words {
		if s := contentWord(t, w); s != "" {
			c[s]++
		}
	}
}

// shares counts the content words of a line, and those of them that are said more
// often than own.
func (c vocabularyCounts) shares(t string, l *line, own int32) (all, shared int32) {
	for _, w := range l.words {
		if s := contentWord(t, w); s != "" {
			all++
			if c[s] > own {
				shared++
			}
		}
	}
	return all, shared
}

// likeness counts the content words of line i, and those of them that the
// other lines of the core have too.
func (v *view) likeness(i int) (all, shared int32) {
	own := int32(0)
	if v.core.holds(i) {
		own = 1
	}
	return v.shared.shares(v.t, &v.lines[i], own)
}

// kindOf is what the line at i is taken for so far.
func (v *view) kindOf(i int) int32 {
	if i < 0 || i >= len(v.lines) {
		return -1
	}
	switch l := &v.lines[i]; {
	case l.reason == "comments":
		return 6
	case breaks[l.reason]:
		return 5
	case insideArticles[l.reason]:
		return 3
	case l.reason != "":
		return 4
	case l.prose():
		return 0
	case l.ends:
		return 1
	}
	return 2
}

// between is sums[b]-sums[a] with a and b cut to the lines there are.
func (v *view) between(sums []int32, a, b int) int32 {
	return sums[min(max(b, 0), len(v.lines))] - sums[min(max(a, 0), len(v.lines))]
}

// featureNames and row are the questions, in one order.
var featureNames = strings.Fields(`words bytes ends lower quoted caps common prose part label marked digits commas
	times incore in fromcore tocore fromtitle likeall likeshared like
	kind-1 kind-2 kind-3 kind+1 kind+2 kind+3 words-1 words+1 words-2 words+2
	prose-3 prose+3 prose-10 prose+10 prosebefore proseafter prosecore junk-5 junk+5 junk-15 junk+15
	lastjunk lastkind nextjunk nextkind heading headingkind headingprose comments run place pagewords coreshare`)

func (v *view) row(i int) []int32 {
	l := &v.lines[i]
	all, shared := v.likeness(i)
	last, next, heading := int(v.lastJunk[i]), int(v.nextJunk[i]), int(v.heading[i])
	n := len(v.lines)
	return []int32{
		int32(l.n), int32(len(l.text)), bit(l.ends), bit(l.lower), bit(l.quoted), per(l.caps, l.n),
		per(l.commons(), min(l.n, mostTold)), bit(l.prose()), bit(l.part), bit(l.label), bit(l.marked),
		int32(countDigits(l.text)), int32(strings.Count(l.text, ",")),
		v.times[l.key], bit(v.core.holds(i)), bit(v.in[i]), clip(i - v.core.start), clip(v.core.end - i),
		clip(i - v.title), all, shared, per(int(shared), int(all)),
		v.kindOf(i - 1), v.kindOf(i - 2), v.kindOf(i - 3), v.kindOf(i + 1), v.kindOf(i + 2), v.kindOf(i + 3),
		v.between(v.words, i-1, i), v.between(v.words, i+1, i+2), v.between(v.words, i-2, i-1),
		v.between(v.words, i+2, i+3),
		v.between(v.prose, i-3, i), v.between(v.prose, i+1, i+4), v.between(v.prose, i-10, i),
		v.between(v.prose, i+1, i+11),
		v.prose[i], v.between(v.prose, i+1, n), v.between(v.prose, v.core.start, i),
		v.between(v.junk, i-5, i), v.between(v.junk, i+1, i+6), v.between(v.junk, i-15, i),
		v.between(v.junk, i+1, i+16),
		clip(i - last), v.kindOf(last), clip(next - i), v.kindOf(next), clip(i - heading), v.kindOf(heading),
		v.between(v.prose, heading, i),
		v.comments[i], v.run[i], per(i, n), v.words[n], per(int(v.between(v.prose, v.core.start, v.core.end)),
			int(v.prose[n])),
	}
}

func bit(b bool) int32 {
	if b {
		return 1
	}
	return 0
}

// per is a/b in percent; 0 where b is 0.
func per(a, b int) int32 {
	if b == 0 {
		return 0
	}
	return int32(a * 100 / b)
}

// clip keeps a distance in lines within 200.
func clip(d int) int32 { return int32(max(-200, min(d, 200))) }

func countDigits(s string) int {
	n := 0
	for i := range len(s) {
		if '0' <= s[i] && s[i] <= '9' {
			n++
		}
	}
	return n
}
