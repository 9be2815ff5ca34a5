package text

// Without is the map of a text from which spans were cut, in order and apart from each
// other, to the same file; n is how many bytes the text had. What is cut becomes bytes of
// the file that have no text. Of a step that belongs together and loses its middle, what is
// behind it leads to the step's end. It takes O(n) of the runs and spans.
func (m Map) Without(cuts []Span, n int) Map {
	var out Map
	for r := range m.all(n) {
		at := r.text
		for len(cuts) > 0 && cuts[0].Start < r.textEnd() {
			out.keep(r, Span{at, max(at, cuts[0].Start)})
			at = min(max(at, cuts[0].End), r.textEnd())
			if cuts[0].End > r.textEnd() {
				break // it goes on in the next run
			}
			cuts = cuts[1:]
		}
		out.keep(r, Span{at, r.textEnd()})
	}
	return out
}

// Together is the map of the same text in which each of the parts, in order and apart from
// each other, leads to the file as a whole: two letters that were printed as one. A part of
// what belongs together already stays a part of it. n is how many bytes the text has. It
// takes O(n) of the runs and parts.
func (m Map) Together(parts []Span, n int) Map {
	var out Map
	for r := range m.all(n) {
		at := r.text
		for len(parts) > 0 && parts[0].Start < r.textEnd() {
			p := parts[0]
			if r.n == 1 && p.End <= r.textEnd() {
				out.keep(r, Span{at, p.Start})
				from := r.file + (p.Start-r.text)*r.k
				out.addSteps(run{file: from, n: p.Len(), k: p.Len() * r.k, steps: 1})
				at = p.End
			}
			parts = parts[1:]
		}
		out.keep(r, Span{at, r.textEnd()})
	}
	return out
}

// keep adds the part s of a run: whole steps, but for a step that belongs together and
// has lost some of its bytes.
func (m *Map) keep(r run, s Span) {
	for s.Len() > 0 {
		from := (s.Start - r.text) / r.n
		steps := (s.End - r.text - from*r.n) / r.n
		f := r.file + from*r.k
		if s.Start > r.text+from*r.n || steps == 0 {
			end := min(s.End, r.text+(from+1)*r.n)
			m.addPart(run{file: f, n: end - s.Start, k: r.k, steps: 1})
			s.Start = end
			continue
		}
		m.addSteps(run{file: f, n: r.n, k: r.k, steps: steps})
		s.Start = r.text + (from+steps)*r.n
	}
}

// addPart adds a part of a step, at its end where another part of it is there already.
func (m *Map) addPart(r run) {
	if end := m.last.fileEnd(); m.last.file <= r.file && r.file < end {
		r.file, r.k = end, 0
	}
	m.addSteps(r)
}

// all yields all runs of a text of n bytes: of each entry those up to the next one, whose gap
// only its entry has.
func (m Map) all(n int) func(yield func(run) bool) {
	if m.identity() {
		m.last = run{n: 1, k: 1, steps: n}
	}
	return func(yield func(run) bool) {
		for i := range m.index {
			n := min(perEntry, m.runs-i*perEntry)
			for r := range m.runsFrom(i) {
				if n--; n < 0 {
					break
				}
				if !yield(r) {
					return
				}
			}
		}
		yield(m.last)
	}
}
