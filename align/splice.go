package align

// The problem: a quote that was put together from two places is nearly half
// alike to each of them, and the words of the other half find something to be
// tied to wherever they are. So what was tied as a whole is cut at its gaps,
// pieces that weigh less than the gaps beside them are held to be chance, and
// what is then left over of the quote is looked for by itself. What is found
// nowhere else keeps its weak ties.

// loose is how many bits a gap has at which a match is cut to be looked at.
const loose = 12

// pieces takes the pieces of a query apart at their gaps and fills these with
// what stands elsewhere.
func (ix *Index) pieces(q *query, list []found) []found {
	var cut []found
	for _, f := range list {
		cut = append(cut, q.cut(f)...)
	}
	weak := q.weak(cut)
	var out []found
	for i := 0; i <= len(cut); {
		j := i
		for j < len(cut) && weak[j] {
			j++
		}
		out = append(out, ix.fill(q, out, cut[i:j], cut[j:])...)
		if j < len(cut) {
			out = append(out, cut[j])
		}
		i = j + 1
	}
	return ix.join(q, out)
}

// gap is how many bits speak against two neighbouring ties being of one place:
// those of the terms between them, and some for each token left out.
func (q *query) gap(a, b tie) float32 {
	bits := q.telling(a.term+1, b.term)
	if over := int(b.token-a.token) - (b.term - a.term); over > 0 {
		bits += 1.5 * float32(over)
	}
	return bits
}

// cut takes a piece apart where a gap is loose, or too long for one span.
func (q *query) cut(f found) []found {
	var out []found
	first := 0
	for i := 1; i <= len(f.ties); i++ {
		if i < len(f.ties) && q.gap(f.ties[i-1], f.ties[i]) < loose {
			continue
		}
		ties := f.ties[first:i:i]
		last := ties[len(ties)-1]
		out = append(out, found{ties[0].term, last.term + 1, ties[0].token, last.token + 1, ties})
		first = i
	}
	return out
}

// weak tells the pieces that weigh less than one of the gaps beside them. The
// heaviest is none.
func (q *query) weak(list []found) []bool {
	weak := make([]bool, len(list))
	heaviest := 0
	for i := range list {
		w := q.weight(&list[i])
		if w > q.weight(&list[heaviest]) {
			heaviest = i
		}
		before, after := 0, len(q.terms)
		if i > 0 {
			before = list[i-1].hi
		}
		if i+1 < len(list) {
			after = list[i+1].lo
		}
		weak[i] = w < q.telling(before, list[i].lo) || w < q.telling(list[i].hi, after)
	}
	if len(list) > 0 {
		weak[heaviest] = false
	}
	return weak
}

// fill gives what stands between the pieces placed so far and those to come: a
// place of its own if it has one, or else what is weak but near to them.
func (ix *Index) fill(q *query, done, weak, next []found) []found {
	lo, hi := 0, len(q.terms)
	var by *found
	if len(next) > 0 {
		by, hi = &next[0], next[0].lo
	}
	if n := len(done); n > 0 {
		by, lo = &done[n-1], done[n-1].hi
	}
	var bits float32
	var kept []found
	for i := range weak {
		bits += q.weight(&weak[i])
		if adjoins(done, &weak[i]) || adjoins(next, &weak[i]) {
			kept = append(kept, weak[i])
		}
	}
	if by != nil && hi-lo >= shortest-2 && hi-lo <= longest {
		if g := ix.neighbour(q, ix.run(q, lo, hi), by); g != nil && q.weight(g) > bits+4 {
			return []found{*g}
		}
	}
	return kept
}

// adjoins reports whether a piece stands beside the last or first of a list.
func adjoins(list []found, f *found) bool {
	if len(list) == 0 {
		return false
	}
	for _, g := range []found{list[0], list[len(list)-1]} {
		if f.from >= g.to && f.from-g.to <= apart || g.from >= f.to && g.from-f.to <= apart {
			return true
		}
	}
	return false
}
