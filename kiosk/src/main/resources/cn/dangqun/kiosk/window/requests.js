'use strict';

// Sends forms with the token of the page, and shows what the kiosk answers. What was typed stays when nothing answers.
const view = document.getElementById('view');
const trouble = document.getElementById('trouble');
const token = document.body.dataset.token;
let busy = false;

view.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!('send' in form.dataset)) {
    return;
  }
  event.preventDefault();
  if (busy) {
    return;
  }
  busy = true;
  document.body.classList.add('busy');
  try {
    const fields = new URLSearchParams(new FormData(form, event.submitter));
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
      trouble.hidden = false;
    }
  } catch {
    trouble.hidden = false;
  } finally {
    busy = false;
    document.body.classList.remove('busy');
  }
});
