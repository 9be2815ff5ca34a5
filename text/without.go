package text

// Without is the document without the words that begin in the spans, which are
// in order. Its text, blocks and sentences stay; they are of fewer words.
func (d *Document) Without(spans []Span) *Document {
	if len(spans) == 0 {
		return d
	}
	out := *d
	out.Words = make([]Word, 0, len(d.Words))
	kept := make([]int, 0, len(d.Words)+1) // how many words stay before each
	for _, w := range d.Words {
		for len(spans) > 0 && spans[0].End <= int(w.Start) {
			spans = spans[1:]
		}
		kept = append(kept, len(out.Words))
		if len(spans) == 0 || int(w.Start) < spans[0].Start {
			out.Words = append(out.Words, w)
		}
	}
	kept = append(kept, len(out.Words))
	move := func(r Range) Range { return Range{kept[r.Start], kept[r.End]} }
	out.Blocks = append([]Block(nil), d.Blocks...)
	for i := range out.Blocks {
		out.Blocks[i].Words = move(out.Blocks[i].Words)
	}
	out.Sentences = append([]Sentence(nil), d.Sentences...)
	for i := range out.Sentences {
		out.Sentences[i].Words = move(out.Sentences[i].Words)
	}
	return &out
}
