/** Pages that need nothing but their reader, for what must hold on every page. */
export const places = {
  visitor: ['/', '/jobs', '/jobs?q=zzzzunfindable', '/companies', '/login', '/register', '/register?role=employer'],
  seeker: ['/', '/jobs', '/jobs/for-me', '/profile', '/resumes', '/applications', '/settings'],
  employer: [
    '/employer',
    '/employer/postings',
    '/employer/postings/new',
    '/employer/candidates',
    '/employer/company',
    '/settings',
  ],
};
