// The official upload button, for many files: they can be dropped, and one that cannot be read costs no other.
//
// Of a very large file only its beginning is handed over, with its true size: no exercise reads
// more, and Python would have to hold all of it.

import { FileUploadView } from '@jupyter-widgets/controls';

const MOST_BYTES = 4_000_000;

export class Upload extends FileUploadView {
  render() {
    super.render();
    // In place of the input of the official view, which gives up all files when one fails.
    this.fileInput = document.createElement('input');
    this.fileInput.type = 'file';
    this.fileInput.addEventListener('change', () => {
      this.take([...this.fileInput.files]);
      this.fileInput.value = ''; // the same file may be chosen again
    });
    this.update();
    this.displayed.then(() => this.watchDrops());
  }

  /** A frame of the class `drop-files` around the button takes files that are dropped on it. */
  watchDrops() {
    const zone = this.el.closest('.drop-files');
    if (!zone) return;
    const hint = document.createElement('p');
    hint.className = 'drop-hint';
    hint.textContent = 'Drop the files here, or choose them.';
    zone.prepend(hint);
    const over = (event) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      zone.classList.toggle('is-over', event.type === 'dragover');
    };
    zone.addEventListener('dragover', over);
    zone.addEventListener('dragleave', over);
    zone.addEventListener('drop', (event) => {
      over(event);
      this.take([...event.dataTransfer.files]);
    });
  }

  async take(files) {
    if (!files.length || this.model.get('disabled')) return;
    const wanted = this.model.get('multiple') ? files : files.slice(0, 1);
    this.model.set({ value: await Promise.all(wanted.map(read)), error: '' });
    this.touch();
  }
}

async function read(file) {
  let content = new ArrayBuffer(0); // what cannot be read, such as a folder, has a size and no content
  try {
    content = await file.slice(0, MOST_BYTES).arrayBuffer();
  } catch {
    // Python says so beside the name.
  }
  return { content, name: file.name, type: file.type, size: file.size, last_modified: file.lastModified };
}
