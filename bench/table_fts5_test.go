//go:build fts5

package bench

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"

	_ "github.com/mattn/go-sqlite3"
)

func init() {
	phrase := func(texts []string) (finder, error) { return openFTS5(texts, " + ") }
	any := func(texts []string) (finder, error) { return openFTS5(texts, " OR ") }
	peers = append(peers,
		peer{"FTS5, phrase", false, true, "verbatim", phrase}, peer{"FTS5, any word", false, true, "", any})
}

// openFTS5 makes a table of SQLite's on disk with its English stemmer. It is asked for
// the text that has the words running, or the best one that has any of them.
func openFTS5(texts []string, between string) (finder, error) {
	dir, err := os.MkdirTemp("", "bench-fts5-*")
	if err != nil {
		return finder{}, err
	}
	db, err := sql.Open("sqlite3", filepath.Join(dir, "db"))
	if err != nil {
		return finder{}, err
	}
	tx, err := db.Begin()
	if err == nil {
		_, err = tx.Exec(`CREATE VIRTUAL TABLE speech USING fts5(text, tokenize = 'porter unicode61')`)
	}
	for i, s := range texts {
		if err == nil {
			_, err = tx.Exec(`INSERT INTO speech(rowid, text) VALUES (?, ?)`, i+1, s)
		}
	}
	if err == nil {
		err = tx.Commit()
	}
	if err != nil {
		return finder{}, err
	}
	find := func(quote string) answer {
		doc := 0
		const best = `SELECT rowid FROM speech WHERE speech MATCH ? ORDER BY rank LIMIT 1`
		row := db.QueryRow(best, matching(quote, between))
		if row.Scan(&doc) != nil {
			return answer{doc: -1}
		}
		return answer{doc: doc - 1, claimed: true}
	}
	return finder{find: find, close: func() { db.Close(); os.RemoveAll(dir) }}, nil
}

// matching is the query for a quote's words.
func matching(quote, between string) string {
	words := runs(quote)
	for i, w := range words {
		words[i] = `"` + w + `"`
	}
	return strings.Join(words, between)
}
