package laws

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"github.com/quoteprov/quoteprov/normalize"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/speech"
	"github.com/quoteprov/quoteprov/text"
)

// The facts that ChangedFacts finds. They know nothing of how changes are detected.
var (
	ANumber  = regexp.MustCompile(`\b\d+\b`)
	aName    = regexp.MustCompile(`\b(?:Varland|Kestria|Belmora|Grauwick|Lindhaven|Orsk|Brandt|Abara|Ostergaard|Verell|Drusk)\b`)
	aNegator = regexp.MustCompile(`\b(?:[Nn]ot|[Nn]ever) |\b(?:can['’]t|cannot|won['’]t|[Nn]o one|[Nn]obody|` +
		`[Nn]one|[Nn]othing|[Nn]o)\b|n['’]t\b`)
)

var affirmed = map[string]string{
	"can't": "can", "cannot": "can", "won't": "will", "no one": "everyone", "nobody": "everybody", "none": "all",
	"nothing": "everything", "no": "every",
}

var otherName = map[string]string{
	"Varland": "Kestria", "Kestria": "Belmora", "Belmora": "Kestria", "Grauwick": "Tamsin", "Lindhaven": "Orsk",
	"Orsk": "Lindhaven", "Brandt": "Marchetti", "Abara": "Steyn", "Ostergaard": "Solberg", "Verell": "Renn",
	"Drusk": "Korvat",
}

// ChangedFacts are the sentence with one number, name or negator changed, in each way
// that it has a place for.
func ChangedFacts(s string) []string {
	var out []string
	if at := ANumber.FindStringIndex(s); at != nil {
		out = append(out, s[:at[0]]+"9"+s[at[0]:])
	}
	if at := aName.FindStringIndex(s); at != nil {
		out = append(out, s[:at[0]]+otherName[s[at[0]:at[1]]]+s[at[1]:])
	}
	if at := aNegator.FindStringIndex(s); at != nil {
		negator := strings.ToLower(strings.ReplaceAll(s[at[0]:at[1]], "’", "'"))
		out = append(out, s[:at[0]]+affirmed[negator]+s[at[1]:])
	}
	return out
}

// Quote is what is found out about words that nobody in particular is quoted with.
func Quote(c *provenance.Checker, said string) provenance.Finding {
	d := normalize.Text("quote", []byte(said))
	all := text.Span{End: len(d.Text)}
	claim := provenance.Claim{Quote: speech.Quote{Spans: []text.Span{all}, Sentence: all}}
	r, err := c.CheckClaims(d, []provenance.Claim{claim})
	if err != nil {
		panic(err) // a whole document is a place in it
	}
	return r.Findings[0]
}

// Differences are those of a finding on one line.
func Differences(c *provenance.Checker, f provenance.Finding) string {
	out := ""
	for _, d := range f.Differences {
		out += fmt.Sprintf(" [%s %s / %q]", d.Kind, d.Severity, c.Transcripts()[d.Transcript].Kept(d.Source))
	}
	return out
}

// Words is s in lower case, letters and digits only, a space at each end and between
// words, so that one text stands in another as whole words.
func Words(s string) string {
	f := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r)
	})
	if len(f) == 0 {
		return ""
	}
	return " " + strings.Join(f, " ") + " "
}
