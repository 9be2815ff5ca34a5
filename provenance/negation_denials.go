package provenance

// A quote may have all its negators and deny another thing: "The bank will be
// rescued, its owners will not" for "Its owners will be rescued, the bank will
// not". Counting negators sees nothing, and tying each to its verb neither: the
// verb is the same. So verbs are looked up with their subjects: what one of them
// is denied in the quote and granted in the source, another must be granted in
// the quote and denied in the source. Cost: linear.

// A deed is a verb with the head of its subject, by their forms.
type deed struct {
	verb, subject string
	denied        bool
}

// deedAt reads the verb at i; ok says that it is one, with a subject. Only what
// an auxiliary stands before is surely a verb.
func (s *side) deedAt(i int) (d deed, ok bool) {
	k, _ := s.verbGroup(i)
	if k == i-1 || !content(s.tokens[i].text) {
		return d, false
	}
	subject := s.phraseBefore(k)
	if len(subject) == 0 {
		return d, false
	}
	d = deed{verb: s.tokens[i].norm, subject: s.tokens[subject[len(subject)-1]].norm}
	for _, a := range s.tokens[k+1 : i] {
		d.denied = d.denied || negators.Has(a.text)
	}
	return d, true
}

// deeds are those of atoms, by where their verbs stand.
func (s *side) deeds() map[deed]int {
	m := map[deed]int{}
	for i := range s.tokens {
		if d, ok := s.deedAt(i); ok {
			m[d] = i
		}
	}
	return m
}

// denials reports a verb that is denied of one subject and granted another, and
// the other way round in the source.
func (p *pairing) denials() {
	here, there := p.q.deeds(), p.s.deeds()
	type side struct {
		verb   string
		denied bool
	}
	turned := map[side][2]int{} // what the source says the opposite of, by the places of the verbs
	for i := range p.q.tokens {
		d, ok := p.q.deedAt(i)
		if !ok {
			continue
		}
		other := d
		other.denied = !d.denied
		_, kept := there[d]
		_, both := here[other]
		if j, ok := there[other]; ok && !kept && !both {
			turned[side{d.verb, d.denied}] = [2]int{i, j}
		}
	}
	for i := range p.q.tokens {
		at, denied := turned[side{p.q.tokens[i].norm, true}]
		if _, granted := turned[side{p.q.tokens[i].norm, false}]; denied && granted && at[0] == i {
			p.tell(Negation, Major, one(i), one(at[1]))
		}
	}
}
