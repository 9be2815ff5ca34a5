//go:build js && wasm

// Engine checks quotes in a browser's worker: quoteprov(task, step) gives the bytes of
// the answer, or a string that says what is wrong.
package main

import (
	"bytes"
	"context"
	"runtime/debug"
	"slices"
	"syscall/js"

	"github.com/quoteprov/quoteprov/normalize/formats"
	"github.com/quoteprov/quoteprov/provenance"
	"github.com/quoteprov/quoteprov/provenance/record"
	"github.com/quoteprov/quoteprov/web/desk"
)

func main() {
	debug.SetGCPercent(400) // there is one thread, and one task at a time
	var b bench
	js.Global().Set("quoteprov", js.FuncOf(func(_ js.Value, args []js.Value) any {
		return b.do(args[0], args[1])
	}))
	select {}
}

// A bench keeps the last task and its answer: one is often asked for again in another
// format, or another report is held to the same transcripts.
type bench struct {
	excerpt             bool
	transcripts, report []desk.File
	shelf               *desk.Shelf
	answer              *desk.Answer
}

func (b *bench) do(task, step js.Value) any {
	excerpt := task.Get("excerpt").Bool()
	transcripts := files(task.Get("transcript"))
	if b.shelf == nil || excerpt != b.excerpt || !equal(transcripts, b.transcripts) {
		docs, problems := desk.Read(context.Background(), transcripts, formats.Limits{})
		*b = bench{excerpt: excerpt, transcripts: transcripts}
		b.shelf = desk.NewShelf(docs, record.Record{Errors: problems}, provenance.Options{Excerpt: excerpt}, formats.Limits{})
	}
	if report := files(task.Get("report")); b.answer == nil || !equal(report, b.report) {
		b.answer, b.report = nil, report
		a, err := b.shelf.Check(context.Background(), report, func(done, of int) { step.Invoke(done, of) })
		if err != nil {
			return err.Error()
		}
		b.answer = a
	}
	var out bytes.Buffer
	if err := b.answer.Write(&out, task.Get("format").String()); err != nil {
		return err.Error()
	}
	array := js.Global().Get("Uint8Array").New(out.Len())
	js.CopyBytesToJS(array, out.Bytes())
	return array
}

func files(list js.Value) []desk.File {
	out := make([]desk.File, list.Length())
	for i := range out {
		x := list.Index(i)
		out[i].Name = x.Get("name").String()
		out[i].Data = make([]byte, x.Get("data").Length())
		js.CopyBytesToGo(out[i].Data, x.Get("data"))
	}
	return out
}

func equal(a, b []desk.File) bool {
	return slices.EqualFunc(a, b, func(x, y desk.File) bool { return x.Name == y.Name && bytes.Equal(x.Data, y.Data) })
}
