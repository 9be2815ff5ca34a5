package archive

import (
	"fmt"
	"strings"
	"testing"

	"github.com/quoteprov/quoteprov/align"
	"github.com/quoteprov/quoteprov/internal/pack"
	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
)

// TestVersionOfWhatIsStored: an archive has its transcripts as the program read them that
// wrote it, and the sentences of its index. One that reads them otherwise would find in it
// what stands in no file, “0:03” among the words that a quote leaves out. So each form has
// the sum of what is stored of it: where one is another, version is raised, unless it was
// since the last release.
func TestVersionOfWhatIsStored(t *testing.T) {
	const of = 4
	if version != of {
		t.Fatalf("version %d: look at the sums, and write them down for it", version)
	}
	for _, test := range []struct {
		name, sum, head, each string
		times                 int
	}{
		{"plain.txt", "00fbc3ca", "", "We built the pier of Lomm in May 19%d.\n\n", 3},
		{"labels.txt", "9d36d917", "",
			"ADA LUND: We built the oﬃce in May.\n\nBO HOLT: Did you, in 19%d?\n\n", 3},
		{"numbers.txt", "f0457278", "",
			"%[1]d  We built the pier of Lomm and\n%[1]d  the old road to the north shore.\n", 12},
		{"nostop.txt", "5e258d52", "",
			"we built the pier of lomm and then the road number %d ", 60},
		{"times.txt", "44fc3000", "", "0:%d\nwe built the pier of lomm and\n", 12},
		{"names.srt", "3b963d4d", "",
			"1\n00:00:%[1]d,000 --> 00:00:%[1]d,900\nAda Lund: we built the pier\n\n", 6},
		{"voices.vtt", "7c090214", "WEBVTT\n\n",
			"00:00:%[1]d.000 --> 00:00:%[1]d.900\n<v Ada Lund>We built the pier.</v>\n\n", 3},
		{"lines.txt", "6d31fd88", "", "[00:%[1]d.000 --> 00:%[1]d.900]  We built the pier.\n", 3},
		{"mail.txt", "9e7eccca", "",
			"We built =E2=80=9Cthe pier=E2=80=9D in 19%d, =\nand the road.\n\n", 3},
		{"page.html", "6820504f", "<title>Speech</title><h1>Speech</h1>",
			"<p>We built the pier of Lomm in 19%d.</p>", 3},
		{"words.json", "6d90fd20", `{"text": "`, "We built the pier in 19%d. ", 3},
	} {
		src := test.head
		for i := range test.times {
			src += fmt.Sprintf(test.each, 10+i)
		}
		if strings.HasSuffix(test.name, ".json") {
			src += `"}`
		}
		if got := sumOf(t, test.name, src); got != test.sum {
			t.Errorf("%s: %s is stored, not %s", test.name, got, test.sum)
		}
	}
}

// sumOf is the sum of what an archive stores of a file.
func sumOf(t *testing.T, name, src string) string {
	t.Helper()
	d, err := formats.Read(name, []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	b := pack.Append(nil, storedOf(provenance.Prepare(d, provenance.Options{})))
	return fmt.Sprintf("%08x", sum(append(b, align.NewIndex(d).Sieve()...)))
}
