package main

import (
	"bytes"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// A shape is a file that grows in a way in which something once cost more than its
// size, made of a unit again and again. %d is the number of the unit.
type shape struct {
	name, head, unit, tail string
	// report, transcript, both, quotes, itself (a quote that is the transcript) or versions, of
	// which the other says go for stay and Bo for Ada; retold is a report of heSaid again and
	// again
	role string
}

var shapes = []shape{
	{"quotes split by who said them", "", "“we will,” he said, ", "", "report"},
	{"fragments in one sentence", "He said ", "that “the ferry %d” and ", "that is all.", "report"},
	{"a quote full of dots", "“", "we will … keep ", "”", "report"},
	{"one long quote", "“", "We will keep the ferry of town %d open. ", "”", "report"},
	{"quotes that are nowhere", "", "“Town %d will sell its ferry, its school and its pier before winter.”\n\n", "", "report"},
	{"short quotes", "", "\"Yes,\" he said. ", "", "report"},
	{"brackets in a quote", "“", "we [will] keep ", "”", "report"},
	{"nothing but marks", "", "“”", "", "report"},
	{"opening marks", "", "“word ", "", "report"},
	{"people", "", "Mira Dolan%d, the minister, said that it was late. ", "", "report"},
	{"a word and an apostrophe", "", "a'", "", "report"},
	{"lists in lists", "<!doctype html><body>", "<ul><li>x", "", "report"},
	{"marks that close nothing", "He said ", "«}… ", "", "report"},
	{"Markdown", "# Title\n\n", "- **He** said “we will [keep](x) *ferry* %d open”.\n\n", "", "report"},
	{"Markdown of marks", "# Title\n\n**a**\n\n", "*a_", "", "report"},
	{"block quotes in block quotes", "<!doctype html><body>", "<blockquote>x ", "", "report"},
	{"objects of JSON-LD", "<html><head><script type=\"application/ld+json\">[", `{"@type":"NewsArticle","headline":"x"},`,
		"{}]</script><body><p>We will keep the seven.", "report"},
	{"summaries in JSON-LD", "<html><head><script type=\"application/ld+json\">[",
		`{"@type":"NewsArticle","description":"the council of town %d said so"},`, "{}]</script><p>We will stay.", "report"},
	{"summaries in the head", "<html><head>", `<meta name=description content="the council said so">`, "<p>We stay.", "report"},
	{"an author who is named for itself", `<html><head><script type="application/ld+json">{"@type":"NewsArticle",` +
		`"author":{"@id":"a"},"@graph":[{"@id":"a","name":[`, `{"@id":"a"},`, `"x"]}]}</script><p>We will stay.`, "report"},
	{"captions of marks", "1\n00:00:01,000 --> 00:00:02,000\n", "‹", "\n", "transcript"},
	{"words broken at line ends", "", "a-\n", "", "report"},
	{"labels in a report", "", "A: x\n", "", "report"},
	{"captions of open tags", "1\n00:00:01,000 --> 00:00:02,000\n", "<", "\n", "transcript"},
	{"labels of one last name", "", "Mr. Ada%d Lund: We will stay here.\n\n", "", "transcript"},
	{"labels", "", "A: x\n", "", "transcript"},
	{"hyphens at line ends", "", "a-\n", "", "transcript"},
	{"one sentence again and again", "", "We will keep the seven lighthouses open. ", "", "transcript"},
	{"quotes of itself", "", "“We will keep the ferry of town %d open until the spring,” he said.\n\n", "", "both"},
	{"a sentence told in other words", "“We know that ", "the ministry is going to provide aid for the households of town %d and ",
		"that is all,” he said.", "retold"},
	{"versions of one sentence", "", "“We will stay,” Ada Lund said.\n\n", "", "versions"},
	{"lines without a quote", "", "\n", "", "quotes"},
	{"one quote in other words again and again", "", "“we can say that ", "", "itself"},
	{"open marks in a text without full stops", "", "until then “[W]e boats ", "", "both"},
	{"dots in one quote", "‘", "we go … I ", "", "itself"},
	{"a quote a line", "", "We will keep the ferry of town %d open.\n", "", "quotes"},
}

const heSaid = "the ministry will give help to the families of town %d and "

// of is the shape at about a size.
func (s shape) of(size int) string {
	var b strings.Builder
	b.WriteString(s.head)
	for i := 0; b.Len() < size; i++ {
		if strings.Contains(s.unit, "%d") {
			fmt.Fprintf(&b, s.unit, i)
		} else {
			b.WriteString(s.unit)
		}
	}
	b.WriteString(s.tail)
	return b.String()
}

// checked runs the whole command on the shape at a size.
func (s shape) checked(t testing.TB, size int) {
	dir := t.TempDir()
	at := func(name string) string { return filepath.Join(dir, name) }
	speech := aSpeech + "\nTwo years ago our deficit stood at 6.1 percent, and we will not sell the ferry.\n"
	if s.role == "retold" {
		speech = shape{head: aSpeech + "\nWe know that ", unit: heSaid}.of(size)
	}
	put(t, at("speech.txt"), speech)
	put(t, at("shape"), s.of(size))
	put(t, at("other"), strings.NewReplacer("stay", "go", "Ada", "Bo").Replace(s.of(size)))
	args := map[string][]string{
		"retold":     {"-format", "json", "-against", at("speech.txt"), at("shape")},
		"report":     {"-format", "json", "-against", at("speech.txt"), at("shape")},
		"transcript": {"-format", "json", "-against", at("shape"), at("speech.txt")},
		"both":       {"-format", "json", "-against", at("shape"), at("shape")},
		"quotes":     {"-format", "json", "-against", at("speech.txt"), "-quotes", at("shape")},
		"itself":     {"-format", "json", "-against", at("shape"), "-quotes", at("shape")},
		"versions":   {"diff", "-format", "json", at("shape"), at("other")},
	}[s.role]
	var errs bytes.Buffer
	run(t.Context(), args, streams{nil, io.Discard, &errs})
	if strings.Contains(errs.String(), "fault") {
		t.Errorf("%s: %s", s.name, &errs)
	}
}

// The greatest exponents with which work may grow: of the pieces of memory that are asked
// for, and of their bytes, which grow by doubling.
const (
	steepest      = 1.15
	steepestBytes = 1.5
)

// TestWorkGrowsWithSize counts what the command asks of memory while each shape doubles
// four times. What the first size takes more than nothing is left out of the pieces. They
// show all that makes something for each step, which is nearly all, and the bytes what
// makes longer and longer lists; the benchmark tells of time.
func TestWorkGrowsWithSize(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the command some two hundred times; run without -short")
	}
	for _, s := range shapes {
		s.checked(t, 1<<10) // tables are read
		var pieces, bytes [5]float64
		for i := range pieces {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			s.checked(t, 2<<(10+i))
			runtime.ReadMemStats(&after)
			pieces[i] = float64(after.Mallocs - before.Mallocs)
			bytes[i] = float64(after.TotalAlloc - before.TotalAlloc)
		}
		of := math.Log2((pieces[4]-pieces[3])/max(pieces[1]-pieces[0], 1)) / 3
		ofBytes := math.Log2(bytes[4]/bytes[2]) / 2
		t.Logf("%-40s exponent %5.2f of %.0f pieces, %5.2f of %.0f bytes", s.name, of, pieces, ofBytes, bytes)
		if pieces[4] > 4*pieces[0] && of > steepest {
			t.Errorf("%s: the work grows with the exponent %.2f of the size: %.0f", s.name, of, pieces)
		}
		if ofBytes > steepestBytes {
			t.Errorf("%s: the memory grows with the exponent %.2f of the size: %.0f", s.name, ofBytes, bytes)
		}
	}
}

// BenchmarkGrowth tells the exponent of the time from 16 kB to 256 kB.
func BenchmarkGrowth(b *testing.B) {
	for _, s := range shapes {
		b.Run(strings.ReplaceAll(s.name, " ", "-"), func(b *testing.B) {
			s.checked(b, 1<<10)
			for b.Loop() {
				small := took(func() { s.checked(b, 16<<10) })
				large := took(func() { s.checked(b, 256<<10) })
				b.ReportMetric(math.Log2(large/small)/4, "exponent")
			}
		})
	}
}

func took(f func()) float64 {
	from := time.Now()
	f()
	return time.Since(from).Seconds()
}

const (
	aSpeech = "Remarks by Minister Mira Dolan\n\nWe will keep the seven lighthouses open through the winter.\n"
	aReport = "“We will keep the seven lighthouses open through the winter,” Minister Mira Dolan said.\n"
)

func put(t testing.TB, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
}
