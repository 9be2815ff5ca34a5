package laws

import (
	"slices"
	"unicode/utf8"

	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/text"
)

// Spans holds every span of a report to its document.
func Spans(tell Tell, r *provenance.Report) {
	for _, f := range r.Findings {
		inFile(tell, r.Document, f.Quote.Spans)
		inFile(tell, r.Document, []text.Span{f.Quote.Sentence, f.Quote.Cue})
		if s := f.Quote.Speaker; s != nil {
			inFile(tell, r.Document, []text.Span{s.Mention})
		}
		for _, m := range f.Matches {
			inFile(tell, r.Transcripts[m.Transcript].Document, m.Spans)
		}
		for _, d := range f.Differences {
			inFile(tell, r.Document, []text.Span{d.Report})
			inFile(tell, r.Transcripts[d.Transcript].Document, []text.Span{d.Source})
			says(tell, r, d)
		}
	}
	for _, tr := range r.Transcripts {
		for _, turn := range tr.Turns {
			inFile(tell, tr.Document, []text.Span{turn.Span, turn.Label})
			for _, c := range turn.Cited {
				inFile(tell, tr.Document, []text.Span{c.Span})
			}
		}
	}
}

// says tells of differences that show nothing, or are graver than their kind can
// be. Who says it and when may stand outside of both texts.
func says(tell Tell, r *provenance.Report, d provenance.Difference) {
	outside := d.Kind == provenance.Attribution || d.Kind == provenance.Date
	if r.Document.Kept(d.Report) == "" && r.Transcripts[d.Transcript].Kept(d.Source) == "" && !outside {
		tell("%s: a difference (%s) without words on either side", r.Document.Name, d.Kind)
	}
	major := d.Severity == provenance.Major
	if d.Severity != provenance.Minor && !major || major && slices.Contains(conventions, d.Kind) {
		tell("%s: the difference %s is %q", r.Document.Name, d.Kind, d.Severity)
	}
}

// conventions are kinds that are never major, listed here apart from the program's traits.
var conventions = []provenance.Kind{
	provenance.Spelling, provenance.Contraction, provenance.Filler,
	provenance.Ellipsis, provenance.Bracket, provenance.NumberStyle,
}

// inFile tells of spans out of bounds or inside a character, and spans whose
// bytes in a plain file are not the text.
func inFile(tell Tell, d *text.Document, spans []text.Span) {
	for _, s := range spans {
		if s.Start < 0 || s.End < s.Start || s.End > len(d.Text) {
			tell("%s: %v is out of bounds", d.Name, s)
			continue
		}
		if !onRune(d.Text, s.Start) || !onRune(d.Text, s.End) {
			tell("%s: %v cuts a character: %q", d.Name, s, d.Read(s))
		}
		f := d.File(s)
		if f.Start < 0 || f.End < f.Start || !d.Extracted && f.End > len(d.Source) {
			tell("%s: %v leads out of the file: %v", d.Name, s, f)
			continue
		}
		if d.Source == d.Text && d.Source[f.Start:f.End] != d.Read(s) {
			tell("%s: %v reads %q in the file and %q in the text", d.Name, s, d.Source[f.Start:f.End], d.Read(s))
		}
	}
}

func onRune(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
