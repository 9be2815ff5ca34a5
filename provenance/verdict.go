package provenance

// verdictOf is the verdict of an accepted match by its differences:
//
//	any major difference                          altered
//	none at all                                   verbatim
//	a minor truncation                            not counted
//	only conventions of reporting (conventional)  edited
//	anything else                                 paraphrase
func verdictOf(ds []Difference) Verdict {
	v := Verbatim
	for _, d := range ds {
		switch {
		case d.Severity == Major:
			return Altered
		case d.Kind == Truncation:
		case !conventional[d.Kind]:
			v = Paraphrase
		case v == Verbatim:
			v = Edited
		}
	}
	return v
}

// conventional are the kinds of difference that every reporter makes.
var conventional = map[Kind]bool{Spelling: true, Contraction: true, Filler: true, Ellipsis: true, Bracket: true, NumberStyle: true}
