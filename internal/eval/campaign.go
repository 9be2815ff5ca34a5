package eval

import (
	"cmp"
	"path/filepath"
	"slices"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/text"
)

// A campaign holds 84 quotes of news articles and the 390 transcripts that they
// are looked for in.
type campaign struct {
	transcripts []*text.Document
	quotes      []campaignQuote
}

type campaignQuote struct {
	ID         string `json:"id"`
	Quote      string `json:"quote"`
	Article    string `json:"article_id"`
	Transcript string `json:"transcript_id"`
	Start      int    `json:"source_start"` // code points
	End        int    `json:"source_end"`
	Status     string `json:"status"`      // exact, contraction_only, near
	QuoteStart int    `json:"quote_start"` // code points of the article
	QuoteEnd   int    `json:"quote_end"`
	Speaker    string `json:"turn_speaker"`

	transcript int
	span       text.Span // of the transcript
	query      align.Query
}

// readCampaign reads the quotes and transcripts.
func readCampaign(dir string) (*campaign, error) {
	c := &campaign{}
	number := map[string]int{}
	var texts []string
	transcripts, err := readLines[campaignTranscript](filepath.Join(dir, "corpus", "campaign", "transcripts.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, t := range transcripts {
		s := t.text()
		number[t.ID] = len(texts)
		texts = append(texts, s)
		c.transcripts = append(c.transcripts, normalize.Text(t.ID, []byte(s)))
	}
	quotes, err := readLines[campaignQuote](filepath.Join(dir, "corpus", "campaign", "quotes.jsonl"))
	for _, q := range quotes {
		q.transcript = number[q.Transcript]
		s := texts[q.transcript]
		q.span = text.Span{Start: byteOffset(s, q.Start), End: byteOffset(s, q.End)}
		d := normalize.Text(q.ID, []byte(q.Quote))
		q.query = align.Query{Document: d, Spans: []text.Span{{Start: 0, End: len(d.Text)}}}
		c.quotes = append(c.quotes, q)
	}
	return c, err
}

type campaignTranscript struct {
	ID        string `json:"id"`
	Text      string `json:"text"`
	Sentences []struct {
		Speaker string `json:"speaker"`
		Text    string `json:"text"`
	} `json:"sentences"`
}

// text is the transcript's text; of one that is given as sentences, a paragraph
// for each speaker, with a label.
func (t campaignTranscript) text() string {
	if t.Sentences == nil {
		return t.Text
	}
	s, speaker := "", ""
	for i, x := range t.Sentences {
		switch {
		case i == 0:
			s += x.Speaker + ": "
		case x.Speaker != speaker:
			s += "\n\n" + x.Speaker + ": "
		default:
			s += " "
		}
		s += x.Text
		speaker = x.Speaker
	}
	return s
}

// byteOffset is the byte at which the n-th code point of s begins.
func byteOffset(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}

// trimmed is s without what is no word at its ends.
func trimmed(d *text.Document, s text.Span) text.Span {
	if r := d.WordsIn(s); r.Len() > 0 {
		return d.SpanOf(r)
	}
	return s
}

// campaignQuotes measures whether each quote is placed in its own transcript among
// all, and whether nothing is claimed when that transcript is taken out.
func campaignQuotes(dir string, misses func(string, ...any)) ([]Figure, error) {
	c, err := readCampaign(dir)
	if err != nil {
		return nil, err
	}
	placed, exact := c.placed(misses)
	return append(placed, exact, c.leftOut(misses)), nil
}

// placed measures the best match of each quote against all transcripts.
func (c *campaign) placed(misses func(string, ...any)) ([]Figure, Figure) {
	ix := align.NewIndex(c.transcripts...)
	right, accepted, toWord, verbatim := 0, 0, 0, 0
	for _, q := range c.quotes {
		want := trimmed(c.transcripts[q.transcript], q.span)
		found := ix.Find(q.query)
		ok, ends := q.among(c.transcripts, found, want)
		if ok {
			right++
		}
		if ok && found[0].Accepted {
			accepted++
		}
		if q.Status == "exact" {
			verbatim++
			if ends {
				toWord++
			}
		}
		if !ok || q.Status == "exact" && !ends || !found[0].Accepted {
			misses("%s %s: %q", q.ID, q.Status, q.Quote)
			misses("   want %q", c.transcripts[q.transcript].Read(want))
			for _, m := range found[:min(2, len(found))] {
				misses("   %.2f %v %q in %s", m.Score, m.Accepted, c.transcripts[m.Transcript].Read(cover(m.Spans)), c.transcripts[m.Transcript].Name)
			}
		}
	}
	n := len(c.quotes)
	return []Figure{
		{"campaign.placed", share(right, n), n, "right place first, against all transcripts"},
		{"campaign.accepted", share(accepted, n), n, "of these accepted"},
	}, Figure{"campaign.exact", share(toWord, verbatim), verbatim, "verbatim ones placed to the word"}
}

// leftOut counts the quotes that are claimed when the transcript they are from
// is taken out, those aside whose words stand in another one as well.
func (c *campaign) leftOut(misses func(string, ...any)) Figure {
	claimed, n, without := 0, 0, -1
	var ix *align.Index
	quotes := slices.Clone(c.quotes)
	slices.SortStableFunc(quotes, func(a, b campaignQuote) int { return cmp.Compare(a.transcript, b.transcript) })
	for _, q := range quotes {
		if q.transcript != without {
			without = q.transcript
			ix = align.NewIndex(slices.Delete(slices.Clone(c.transcripts), without, without+1)...)
		}
		found := ix.Find(q.query)
		if len(found) > 0 && wordForWord(q.query, found[0]) {
			continue
		}
		n++
		if len(found) > 0 && found[0].Accepted {
			claimed++
			misses("left out, yet claimed: %.2f %q", found[0].Score, q.Quote)
		}
	}
	return Figure{"campaign.leftout", float64(claimed), n, "claimed though their transcript is taken out"}
}

// wordForWord reports whether every word of a query is paired with the same
// one: the quote stands at the match.
func wordForWord(q align.Query, m align.Match) bool {
	paired := map[int]bool{}
	for _, p := range m.Pairs {
		if p.Likeness == 1 {
			paired[p.Quote] = true
		}
	}
	return len(m.Spans) == 1 && len(paired) == len(q.Document.Words)
}

// among reports whether the best match, or one that stands equal to it, is the
// right place, and whether it is so to the word.
func (q campaignQuote) among(docs []*text.Document, found []align.Match, want text.Span) (right, ends bool) {
	for _, m := range found {
		if m.Score < found[0].Score {
			break
		}
		got := cover(m.Spans)
		if m.Transcript == q.transcript && got.Overlap(want)*2 > min(got.Len(), want.Len()) {
			right = true
			ends = ends || got == want
		}
		if docs[m.Transcript].Read(got) == docs[q.transcript].Read(want) {
			right, ends = true, true // the same words elsewhere
		}
	}
	return right, ends
}

func cover(spans []text.Span) text.Span {
	c := spans[0]
	for _, s := range spans {
		c = c.Cover(s)
	}
	return c
}
