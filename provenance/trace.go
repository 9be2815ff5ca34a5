package provenance

// A teller is told each difference of a finding, with what found it.
type teller func(by string, d Difference)

func untold(string, Difference) {}

// Trace compares the quote of a finding with its best place once more, as it was
// when c checked the report, and tells each difference as it is found, with the
// name of what found it: a detector of the words, or "attribution", "source",
// "published". Neighbours that are one change are not joined yet, and nothing is
// left out that any other translation has. A finding without an accepted match was
// not compared. It gives back whether the quotes of the report were compared as
// another translation's. Trace is for whoever mends a false alarm.
func (c *Checker) Trace(r *Report, finding int, told func(by string, d Difference)) (retold bool) {
	f := r.Findings[finding]
	m, ok := f.best()
	if !ok || len(f.compared.Spans) == 0 {
		return r.retold
	}
	m.Match = f.compared
	j := &judging{Checker: c, r: r}
	j.differences(&f, m, j.tied(&f, m), told)
	return r.retold
}
