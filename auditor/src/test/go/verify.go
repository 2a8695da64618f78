// Checks a log with the transparency log library of the Go project (golang.org/x/mod/sumdb), which shares no line with Constancia:
//
//	verify FOLDER [RECEIPT]...
//
// FOLDER holds the files of a log at their paths: checkpoint, vkey, tile/... and, if the log has been smaller before,
// checkpoint.before. It ends with 0 when everything holds, and else says what does not.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// The library's own paths name the height of tiles, which tlog-tiles leaves out because it is always 8.
const height = 8

func main() {
	log.SetFlags(0)
	folder := os.Args[1]
	verifier, err := note.NewVerifier(strings.TrimSpace(string(read(folder, "vkey"))))
	check("vkey", err)
	tree := open(read(folder, "checkpoint"), verifier)
	hashes := derived(folder, tree.N)
	for _, tile := range tlog.NewTiles(height, 0, tree.N) {
		if edge := tree.N >> (height * tile.L) & 255; tile.W < 256 && tile.W != int(edge) {
			continue // Narrower than the one at the edge: a log need not keep it.
		}
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := tlog.ReadTileData(tile, hashes)
		check(path, err)
		if !bytes.Equal(data, read(folder, path)) {
			log.Fatal(path, " does not follow from the entries")
		}
	}
	if tree.N > 0 {
		root, err := tlog.TreeHash(tree.N, hashes)
		check("root", err)
		if root != tree.Hash {
			log.Fatal("the root does not follow from the entries")
		}
	}
	if before, err := os.ReadFile(filepath.Join(folder, "checkpoint.before")); err == nil {
		older := open(before, verifier)
		proof, err := tlog.ProveTree(tree.N, older.N, hashes)
		check("growth", err)
		check("growth", tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash))
	}
	for _, name := range os.Args[2:] {
		receipt(name, verifier)
	}
	fmt.Println(tree.N, "entries and", len(os.Args)-2, "receipts hold")
}

// Derives all hashes of the tree from the entries in the bundles.
func derived(folder string, size int64) tlog.HashReader {
	var stored []tlog.Hash
	hashes := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var found []tlog.Hash
		for _, index := range indexes {
			found = append(found, stored[index])
		}
		return found, nil
	})
	for next := int64(0); next < size; {
		width := 256
		if size-next < 256 {
			width = int(size - next)
		}
		tile := tlog.Tile{H: height, L: -1, N: next / 256, W: width}
		rest := read(folder, strings.Replace(tile.Path(), "tile/8/data", "tile/entries", 1))
		for ; len(rest) > 0; next++ {
			length := int(binary.BigEndian.Uint16(rest))
			more, err := tlog.StoredHashes(next, rest[2:2+length], hashes)
			check("entries", err)
			stored = append(stored, more...)
			rest = rest[2+length:]
		}
	}
	return hashes
}

// Opens a checkpoint: origin, size and root, each in a line, and at least one signature that is the log's.
func open(text []byte, verifier note.Verifier) tlog.Tree {
	opened, err := note.Open(text, note.VerifierList(verifier))
	check("checkpoint", err)
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check("checkpoint", err)
	root, err := tlog.ParseHash(lines[2])
	check("checkpoint", err)
	return tlog.Tree{N: size, Hash: root}
}

// Checks a receipt (tlog-proof) of the entry that stands in its extra data.
func receipt(name string, verifier note.Verifier) {
	text, err := os.ReadFile(name)
	check("receipt", err)
	head, checkpoint, _ := strings.Cut(string(text), "\n\n")
	lines := strings.Split(head, "\n")
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	check("receipt", err)
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	check("receipt", err)
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		check("receipt", err)
		proof = append(proof, hash)
	}
	tree := open([]byte(checkpoint), verifier)
	check("receipt", tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)))
}

func read(folder string, path string) []byte {
	content, err := os.ReadFile(filepath.Join(folder, path))
	check(path, err)
	return content
}

func check(what string, err error) {
	if err != nil {
		log.Fatal(what, ": ", err)
	}
}
