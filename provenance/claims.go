package provenance

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/quoteprov/quoteprov/internal/claims"
	"github.com/quoteprov/quoteprov/text"
)

// ReadClaims reads a file of quotes to be checked: one quote a line, or JSON
// Lines of {"quote", "speaker", "context", "id", "source"}, of which all but
// quote may be absent. There is one claim for each line, in order; its
// quote's span is the line. Of a line that cannot be read the claim is the line
// itself, and the error names it, as it does one whose quote is empty; the document and the other claims are good
// all the same. An empty line is a claim without words.
//
// A file that is the answer of a machine with citations, {"content": [{"text": …,
// "citations": [{"cited_text": …, "document_title": …}, …]}, …]}, is read as a claim
// of [speech.Indirect] for each text that cites something, and one of
// [speech.Direct] for each of its citations: 1, 1.1, 1.2, 2, … The former have the
// latter in Cites, and these are Cited where they name their document.
//
// It goes with [Checker.CheckClaims] and takes time linear in the file. It reads no more
// than [MostQuotes] claims.
func ReadClaims(name string, src []byte) (*text.Document, []Claim, error) {
	return ReadClaimsWithin(name, src, 0)
}

// ReadClaimsWithin is [ReadClaims] that reads so many claims at most, the first; where the
// file has more the document has a warning that says so. 0 or less are [MostQuotes].
func ReadClaimsWithin(name string, src []byte, most int) (*text.Document, []Claim, error) {
	d, read, err := claims.Read(name, src, cmp.Or(max(0, most), MostQuotes))
	var out []Claim
	for _, c := range read {
		out = append(out, Claim(c))
	}
	return d, out, err
}

// misplaced is what is wrong with where claims stand in d; nil where nothing is.
func misplaced(d *text.Document, claims []Claim) error {
	var errs []error
	for i, c := range claims {
		if err := c.misplaced(d); err != nil {
			errs = append(errs, fmt.Errorf("%s: quote %d%s: %w", d.Name, i+1, c.called(), err))
		}
	}
	return errors.Join(errs...)
}

// misplaced is what is wrong with where the parts of a claim stand in d.
func (c Claim) misplaced(d *text.Document) error {
	if len(c.Quote.Spans) == 0 {
		return errors.New("it stands nowhere")
	}
	places := slices.Concat(c.Quote.Spans, []text.Span{c.Quote.Sentence, c.Quote.Cue})
	if s := c.Quote.Speaker; s != nil {
		places = append(places, s.Mention)
	}
	for _, s := range places {
		if s.Start < 0 || s.Start > s.End || s.End > len(d.Text) {
			return fmt.Errorf("bytes %d to %d are no place in a text of %d bytes", s.Start, s.End, len(d.Text))
		}
	}
	for i, s := range c.Quote.Spans[1:] {
		if before := c.Quote.Spans[i]; s.Start < before.End {
			return fmt.Errorf("bytes %d to %d are not behind bytes %d to %d", s.Start, s.End, before.Start, before.End)
		}
	}
	return nil
}

// called is the caller's own name for a claim, for an error.
func (c Claim) called() string {
	if c.ID == "" {
		return ""
	}
	return fmt.Sprintf(" (%s)", c.ID)
}

// moreQuotes is the warning that there are more quotes than are checked.
func moreQuotes(most int) string { return claims.More(most) }
