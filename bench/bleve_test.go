package bench

import (
	"strconv"
	"testing"

	"github.com/blevesearch/bleve/v2"

	"github.com/quoteprov/quoteprov/text"
)

func init() { rivals = append(rivals, rival{"bleve", searchBleve}) }

// searchBleve asks for the speech that has most of the quote's words. It gives
// no place in it.
func searchBleve(b *testing.B, texts []string, docs []*text.Document, qs []quote) {
	if len(texts) == 1 {
		b.Skip("for many texts")
	}
	index, err := bleve.NewMemOnly(bleve.NewIndexMapping())
	if err != nil {
		b.Fatal(err)
	}
	defer index.Close()
	batch := index.NewBatch()
	for i, s := range texts {
		if err := batch.Index(strconv.Itoa(i), map[string]string{"text": s}); err != nil {
			b.Fatal(err)
		}
		if batch.Size() == 500 || i == len(texts)-1 {
			if err := index.Batch(batch); err != nil {
				b.Fatal(err)
			}
			batch.Reset()
		}
	}
	qs = qs[:20] // it takes long
	var right int
	from := processor()
	for b.Loop() {
		right = 0
		for _, q := range qs {
			req := bleve.NewSearchRequestOptions(bleve.NewMatchQuery(q.text), 1, 0, false)
			res, err := index.Search(req)
			if err != nil {
				b.Fatal(err)
			}
			if len(res.Hits) > 0 && res.Hits[0].ID == strconv.Itoa(q.doc) {
				right++
			}
		}
	}
	report(b, from, len(qs), 0, 0, right)
}
