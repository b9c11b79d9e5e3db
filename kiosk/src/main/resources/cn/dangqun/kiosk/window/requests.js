'use strict';

// Sends forms with the token of the page, and shows what the kiosk answers. What was typed stays when nothing answers.
const view = document.getElementById('view');
const trouble = document.getElementById('trouble');
const token = document.body.dataset.token;
const lost = trouble.textContent;
const longest = 32 * 1024;
let busy = false;

function warn(words) {
  trouble.textContent = words;
  trouble.hidden = false;
  window.scrollTo(0, 0);
}

view.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!('send' in form.dataset)) {
    return;
  }
  event.preventDefault();
  const question = event.submitter?.dataset.confirm;
  if (busy || (question && !confirm(question))) {
    return;
  }
  busy = true;
  document.body.classList.add('busy');
  try {
    const fields = new URLSearchParams(new FormData(form));
    // older browsers leave out the button that was pressed
    if (event.submitter?.name) {
      fields.set(event.submitter.name, event.submitter.value);
    }
    if (fields.toString().length > longest) {
      // nothing of it would be read
      warn(trouble.dataset.long ?? lost);
      return;
    }
    const answer = await fetch(form.getAttribute('action'), {
      method: 'POST', headers: {'X-Form-Token': token}, body: fields, redirect: 'manual',
    });
    if (answer.type === 'opaqueredirect' || answer.status === 401) {
      location.assign('/login');
    } else if (answer.ok || [404, 409, 422].includes(answer.status)) {
      view.innerHTML = await answer.text();
      trouble.hidden = true;
      window.scrollTo(0, 0);
    } else {
      warn(answer.status === 413 ? trouble.dataset.long ?? lost : lost);
    }
  } catch {
    warn(lost);
  } finally {
    busy = false;
    document.body.classList.remove('busy');
  }
});
