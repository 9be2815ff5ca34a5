package bench

import (
	"os"
	"path/filepath"
	"strconv"

	"github.com/blevesearch/bleve/v2"
)

func init() { peers = append(peers, peer{"bleve, scorch", false, true, "", openBleve}) }

// openBleve makes an index on disk as bleve makes it by default. It is asked for the
// text that has most of the quote's words, and gives no place in it.
func openBleve(texts []string) (finder, error) {
	dir, err := os.MkdirTemp("", "bench-bleve-*")
	if err != nil {
		return finder{}, err
	}
	index, err := bleve.New(filepath.Join(dir, "index"), bleve.NewIndexMapping())
	if err != nil {
		return finder{}, err
	}
	batch := index.NewBatch()
	for i, s := range texts {
		if err := batch.Index(strconv.Itoa(i), map[string]string{"text": s}); err != nil {
			return finder{}, err
		}
		if batch.Size() == 500 || i == len(texts)-1 {
			if err := index.Batch(batch); err != nil {
				return finder{}, err
			}
			batch.Reset()
		}
	}
	find := func(quote string) answer {
		req := bleve.NewSearchRequestOptions(bleve.NewMatchQuery(quote), 1, 0, false)
		res, err := index.Search(req)
		if err != nil || len(res.Hits) == 0 {
			return answer{doc: -1}
		}
		doc, _ := strconv.Atoi(res.Hits[0].ID)
		return answer{doc: doc, claimed: true}
	}
	return finder{find: find, close: func() { index.Close(); os.RemoveAll(dir) }}, nil
}
